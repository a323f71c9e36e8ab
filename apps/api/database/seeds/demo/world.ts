import { berlinDay, type FederalState, nextWorkingDay, type Role } from '@lotse/shared/contract';
import type { Random } from './random';
import type { Tables } from './tables';

/** An organisation as the reference data has it, with its demonstration people. */
export interface Partner {
  id: string;
  regionId: string;
  federalState: FederalState;
  kind: 'MUNICIPALITY' | 'DISTRICT' | 'CHAMBER' | 'CRAFTS_ASSOCIATION';
  slug: string;
  domain: string;
  name: string;
  filePrefix: string;
  /** Municipality of a municipal organisation, with the postal codes mail is delivered to. */
  ags?: string;
  place?: string;
  postalCodes: string[];
  people: Partial<Record<Role, Person>>;
}

export interface Person {
  id: string;
  name: string;
}

export interface DemoCompany {
  id: string;
  name: string;
  isNatural: boolean;
  partner: Partner;
  contact: {
    id: string;
    name: string;
    email: string;
    row: Record<string, unknown>;
    /** Ids of the entry each partner has of this person. */
    entries: Map<string, string>;
  };
}

/** What every part of the generator works with. */
export interface World {
  random: Random;
  tables: Tables;
  /** The moment the demonstration is made for; everything lies before it, open deadlines behind it. */
  now: Date;
  partners: Partner[];
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** A working hour on a weekday at or after `at`, and never later than `now`. */
export function officeTime(world: World, at: Date): Date {
  const time = new Date(at);
  while (time.getUTCDay() === 0 || time.getUTCDay() === 6) time.setUTCDate(time.getUTCDate() + 1);
  time.setUTCHours(world.random.between(7, 15), world.random.between(0, 59), world.random.between(0, 59), 0);
  return time > world.now ? new Date(world.now.getTime() - HOUR) : time;
}

export const later = (world: World, at: Date, fromDays: number, toDays: number): Date =>
  officeTime(world, new Date(at.getTime() + world.random.between(fromDays, toDays) * DAY));

/** The day in Germany. */
export const isoDate = (at: Date): string => berlinDay(at);

/** That day, or the next on which the partner works. */
export const workingDay = (at: Date, { federalState }: Partner): string => nextWorkingDay(berlinDay(at), { state: federalState });
