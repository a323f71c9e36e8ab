import { computed, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';

/** Filters that live in the URL: a copied link is the view, Back restores it. */
export interface UrlFilters<T extends Record<string, string>> {
  /** All filters with their defaults, as strings. */
  value: Signal<T>;
  /** Whether anything but page and sort differs from its default. */
  changed: Signal<boolean>;
  /** Changes some filters; the list starts at its first page again unless `page` is among them. */
  set(change: Partial<T>): void;
  /** Back to the defaults. */
  clear(): void;
}

const NEUTRAL = new Set(['page', 'sort', 'size']);

/** `readonly filters = urlFilters({ status: 'open', officer: '', page: '1' })`, in a component's field. Defaults do not stand in the URL. */
export function urlFilters<T extends Record<string, string>>(defaults: T): UrlFilters<T> {
  const router = inject(Router);
  const route = inject(ActivatedRoute);
  const query = toSignal(route.queryParamMap, { requireSync: true });
  const names = Object.keys(defaults) as (keyof T & string)[];
  const value = computed(() => {
    const now = query();
    return Object.fromEntries(names.map((name) => [name, now.get(name) ?? defaults[name]])) as T;
  });
  const navigate = (queryParams: Record<string, string | null>) =>
    void router.navigate([], { relativeTo: route, queryParams, queryParamsHandling: 'merge' });

  return {
    value,
    changed: computed(() => names.some((name) => !NEUTRAL.has(name) && value()[name] !== defaults[name])),
    set(change) {
      const next: Record<string, string | undefined> =
        'page' in defaults && !('page' in change) ? { ...change, page: defaults['page'] } : change;
      navigate(Object.fromEntries(Object.entries(next).map(([name, to]) => [name, to === undefined || to === defaults[name] ? null : to])));
    },
    clear: () => navigate(Object.fromEntries(names.map((name) => [name, null]))),
  };
}
