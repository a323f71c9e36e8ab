import { foldText } from '@lotse/shared/contract';
import { isNaturalPerson, LEGAL_FORMS } from './legal-form';

const known = new Map(LEGAL_FORMS.map(({ name }) => [foldText(name).replaceAll(' ', ''), name as string]));
/** Longest first, so that "GmbH & Co. KG" is not taken for "KG". Codes of both: "GMBH_CO_KG" and "e. K." are known, too. */
const endings = [...known].sort(([a], [b]) => b.length - a.length);

/** What of a legal form is stored. */
export interface LegalFormFacts {
  legalForm: string | null;
  isNaturalPerson: boolean;
}

/**
 * The legal form as the law writes it. Without one, the form at the end of the name counts; an unknown one is kept as it is and the
 * firm protected like that of a natural person.
 */
export function legalFormFacts(given: string | null | undefined, name: string): LegalFormFacts {
  const legalForm = given ? (known.get(foldText(given).replaceAll(' ', '')) ?? given) : legalFormInName(name);
  return { legalForm, isNaturalPerson: isNaturalPerson(legalForm) };
}

function legalFormInName(name: string): string | null {
  const words = foldText(name).split(' ');
  const tails = words.slice(1).map((_, i) => words.slice(i + 1).join(''));
  return endings.find(([key]) => key !== 'sonstige' && tails.includes(key))?.[1] ?? null;
}
