import type { SettlementDetails } from '@lotse/cases/contract';
import { NEED_TRANSPORTS, type NeedTransport } from './distribution';
import type { NeedProfileDto } from './need-profile.dto';

const TRANSPORTS: readonly string[] = NEED_TRANSPORTS;

/**
 * What is sent: the profile as given, and what the case says of the need where the profile says nothing. Words are never taken from the
 * case: they may give the company away, and somebody has to read them first.
 */
export function completeProfile(given: NeedProfileDto, details: Readonly<Partial<SettlementDetails>>): NeedProfileDto {
  const { words: _, areaMin, ...known } = profileOfCase(details);
  const hasArea = given.areaMin !== undefined || given.areaMax !== undefined;
  return { ...known, ...(areaMin !== undefined && !hasArea && { areaMin }), ...given };
}

/** The profile a form starts with: what the case says of the need already. A single area becomes the least one. */
export function profileOfCase(details: Readonly<Partial<SettlementDetails>>): NeedProfileDto {
  const profile: NeedProfileDto = {};
  if (details.areaSqm) profile.areaMin = details.areaSqm;
  if (details.useClass) profile.useClass = details.useClass;
  if (details.tenure) profile.tenure = details.tenure;
  if (details.powerKw) profile.powerKw = details.powerKw;
  if (details.transport && TRANSPORTS.includes(details.transport)) profile.transport = details.transport as NeedTransport;
  if (details.jobs) profile.jobs = details.jobs;
  if (details.plannedFor) profile.moveInBy = details.plannedFor;
  if (details.needs) profile.words = details.needs;
  return profile;
}
