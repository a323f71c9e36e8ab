import { FORM, readable } from '@lotse/shared/contract';
import { Transform } from 'class-transformer';

type Change = { value: unknown };
const tidy = ({ value }: Change): unknown => (typeof value === 'string' ? value.trim() : value);

/** Text without blanks around it. */
export const Tidy = (): PropertyDecorator => Transform(tidy);

/** The same; what was left blank is not there. */
export const TidyOrNothing = (): PropertyDecorator => Transform((change) => tidy(change) || undefined);

/** An e-mail address in small letters. */
export const SmallLetters = (): PropertyDecorator =>
  Transform(({ value }: Change) => (typeof value === 'string' ? value.trim().toLowerCase() : value));

/** A longer text of a form, without the controls nobody sees. JSON stays as it is. */
export const FormMessage = (): PropertyDecorator =>
  Transform(({ value }: Change) => (typeof value === 'string' ? readable(value).trim() : value), { groups: [FORM] });

/** A number as people type it: `1.500`, `1 500 m²`. JSON values stay as they are. */
export const FormArea = (): PropertyDecorator =>
  Transform(
    ({ value }: Change) => {
      if (typeof value !== 'string') return value;
      const digits = value.replace(/(?<=\d)[.,\s](?=\d{3})|\s*(m²|m2|qm|sqm)\s*$/gi, '').trim();
      return digits === '' ? undefined : /^\d{1,9}$/.test(digits) ? Number(digits) : value;
    },
    { groups: [FORM] },
  );

/** A ticked box, as forms write it. JSON values stay as they are. */
export const FormTick = (): PropertyDecorator =>
  Transform(({ value }: Change) => (typeof value === 'string' ? ['true', 'on', 'yes', '1'].includes(value) : value), { groups: [FORM] });
