import { CHECKS } from './case-rules/checks';
import { EVENTS } from './case-rules/events';
import { READERS } from './case-rules/readers';
import { migration } from './migration';

export const caseRules = migration(1764000000041, 'CreateCaseRules', READERS, EVENTS, CHECKS);
