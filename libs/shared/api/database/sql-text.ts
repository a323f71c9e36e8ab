/**
 * Text of the program that becomes SQL. A parameter of this type says to readers, and to lint, that no text of a request may get there:
 * values are passed as parameters.
 */
export type SqlText = string;
