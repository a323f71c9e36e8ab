import { FORM, readable } from '@lotse/shared/contract';
import { Transform } from 'class-transformer';

const YES = new Set(['true', 'yes', 'on', '1']);
const NO = new Set(['false', 'no', 'off', '0']);

/** A form sends text: what was left blank is not there, digits are a number. JSON values stay as they are. */
export const FormNumber = (): PropertyDecorator =>
  Transform(
    ({ value }: { value: unknown }) => {
      if (value === '') return undefined;
      return typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : value;
    },
    { groups: [FORM] },
  );

/** Yes or no as forms write it; anything else is left for the validator to refuse. JSON values stay as they are. */
export const FormBoolean = (): PropertyDecorator =>
  Transform(
    ({ value }: { value: unknown }) => {
      if (value === '') return undefined;
      if (typeof value !== 'string') return value;
      return YES.has(value) || (NO.has(value) ? false : value);
    },
    { groups: [FORM] },
  );

/** What a form sends of a longer text, without the controls nobody sees: a customer could not find and take them out. JSON stays as it is. */
export const FormText = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? readable(value) : value), { groups: [FORM] });
