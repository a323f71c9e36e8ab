import { Transform } from 'class-transformer';

/** A parameter that is written down without a value (`?from=&to=`) says nothing: it counts as left out. */
export const AbsentIfEmpty = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value));
