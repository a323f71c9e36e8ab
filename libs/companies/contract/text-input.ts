import { Transform } from 'class-transformer';
import { ValidateIf } from 'class-validator';

/** Blanks at both ends do not count as input. */
export const Trimmed = () => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** As `Trimmed`; an empty text means "nothing". */
export const TrimmedOrNull = () => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() || null : value));

/** May stay out, but is nothing that can be emptied: null is refused. */
export const MayStayOut = () => ValidateIf((_, value) => value !== undefined);
