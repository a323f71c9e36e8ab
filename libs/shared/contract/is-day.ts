import { ValidateBy } from 'class-validator';
import { isIsoDate } from './calendar';

/** A calendar day as YYYY-MM-DD that exists, between 1900 and 2199: what PostgreSQL keeps and a calendar on screen can show. */
export const IsDay = (): PropertyDecorator =>
  ValidateBy({
    name: 'isDateString',
    validator: {
      validate: (value) => typeof value === 'string' && isIsoDate(value) && value >= '1900-01-01' && value <= '2199-12-31',
    },
  });
