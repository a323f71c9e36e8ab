const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The German or the English words, whole: `either('Anmelden', 'Sign in')`. */
export const either = (...words: string[]): RegExp => new RegExp(`^\\s*(${words.map(escaped).join('|')})\\s*$`);

/** The label of a field in either language, with or without "(freiwillig)". */
export const label = (...words: string[]): RegExp =>
  new RegExp(`^\\s*(${words.map(escaped).join('|')})\\s*(\\((freiwillig|optional)\\))?\\s*$`);

/** A tab in either language, with or without the figure that arrives later: "Eingang" becomes "Eingang 2". */
export const tab = (...words: string[]): RegExp => new RegExp(`^\\s*(${words.map(escaped).join('|')})\\s*\\d*\\s*$`);
