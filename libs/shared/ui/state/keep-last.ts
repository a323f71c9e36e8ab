import { linkedSignal, type Resource, type Signal } from '@angular/core';

/**
 * The value of a resource, and the former one while the next is on its way: a list does not blink when a filter changes.
 * `undefined` until the first answer and after a failure.
 */
export function keepLast<T>(resource: Resource<T>): Signal<NonNullable<T> | undefined> {
  return linkedSignal<{ status: string; value: T | undefined }, NonNullable<T> | undefined>({
    source: () => ({ status: resource.status(), value: resource.hasValue() ? resource.value() : undefined }),
    computation: ({ status, value }, previous) => value ?? (status === 'error' ? undefined : previous?.value),
  }).asReadonly();
}
