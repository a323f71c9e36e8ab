/**
 * Legal forms in folded spelling. Longer before shorter where one begins the other: JavaScript takes the first that fits,
 * PostgreSQL the longest.
 */
const anywhere = [
  'gmbh co kg',
  'g?gmbh',
  'mbh',
  'g m b h',
  'gesellschaft mit beschrankter haftung',
  'ag',
  'aktiengesellschaft',
  'kg',
  'kgaa',
  'kommanditgesellschaft',
  'ohg',
  'o h g',
  'offene handelsgesellschaft',
  'gbr',
  'g b r',
  'gesellschaft burgerlichen rechts',
  'ug',
  'u g',
  'unternehmergesellschaft',
  'haftungsbeschrankt',
  'e kfm',
  'ekfm',
  'e kfr',
  'ekfr',
  'eingetragener kaufmann',
  'eingetragene kauffrau',
  'partg',
  'partgmbb',
  'partnerschaftsgesellschaft',
  'mbb',
  'eingetragene genossenschaft',
  'eingetragener verein',
];

/** Short forms that could be a word of the name: taken for a legal form only at the end, one or several. */
const atEnd = (
  'e k|ek|e g|eg|e v|ev|se|inc|incorporated|ltd|limited|llc|llp|plc|corp|corporation|co|cie|bv|b v|nv|n v|sa|s a|sarl|s a r l|srl|s r l|' +
  'spa|s p a|sas|ab|as|a s|oy|aps|sp z o o|doo|d o o|sro|s r o|kft'
).split('|');

/** A legal form behind the first word, with the blank before it. */
export const LEGAL_FORM_ANYWHERE = new RegExp(` (${anywhere.join('|')})(?= |$)`, 'g');
/** The ambiguous ones, at the end only. */
export const LEGAL_FORM_AT_END = new RegExp(`( (${atEnd.join('|')}))+$`, 'g');
