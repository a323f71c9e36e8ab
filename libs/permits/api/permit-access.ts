import { readableCase, readableSection, writableSection } from '@lotse/cases/api';

/*
 * What this domain's queries may see, in the API's own words; the policies of the database say the same once more. Every query that
 * uses these conditions begins with the parameters of `caseActor`.
 */

/** Procedures belong to the section PERMITS of their case: whoever reads it reads them. Needs the case `c` and its section `s`. */
export const PROCEDURE_JOINS = `join service_cases c on c.id = p.case_id join case_sections s on s.case_id = c.id and s.section = 'PERMITS'`;

export const READABLE_PROCEDURE = `${readableCase('c')} and ${readableSection('s')}`;

/** Whether the person may record events. */
export const MAY_WRITE = writableSection('s');
