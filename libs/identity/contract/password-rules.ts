/** Length of a password in characters: long instead of complicated, and bounded so that hashing stays cheap. */
export const PASSWORD_LENGTH = { min: 15, max: 200 } as const;

/** Why a password is refused; the codes are translated by the client. */
export type PasswordFault = 'tooShort' | 'tooLong' | 'containsIdentity' | 'tooSimple' | 'common';

/** Passwords of 15 and more characters that stand near the top of published lists of leaked ones. */
const COMMON = [
  '123456789012345',
  '1234567890123456',
  'passwordpassword',
  'passwortpasswort',
  'qwertyuiopasdfgh',
  'qwertzuiopasdfgh',
  'qwertzuiopü+asdf',
  'hallohallohallo',
  'iloveyouiloveyou',
  'schalke04schalke04',
  'administrator123',
  'willkommen12345',
  'geheimgeheimgeheim',
];

/**
 * What is wrong with a new password, or nothing. No composition rules: they make passwords worse (NIST SP 800-63B-4, 3.1.1.2).
 * @param identity words an attacker would try first: name, e-mail address, organisation
 */
export function passwordFault(password: string, identity: string[]): PasswordFault | undefined {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.min) return 'tooShort';
  if (length > PASSWORD_LENGTH.max) return 'tooLong';
  const folded = password.toLowerCase();
  if (COMMON.includes(folded)) return 'common';
  if (new Set(folded).size < 5 || isRepetition(folded)) return 'tooSimple';
  const remainder = words(identity).reduce((rest, word) => rest.replaceAll(word, ''), folded);
  return [...remainder].length < 8 ? 'containsIdentity' : undefined;
}

function words(identity: string[]): string[] {
  return identity.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 4);
}

/** `abcabcabcabcabc`: a short block written several times. */
function isRepetition(text: string): boolean {
  return [1, 2, 3, 4, 5, 6].some(
    (size) =>
      text ===
      text
        .slice(0, size)
        .repeat(Math.ceil(text.length / size))
        .slice(0, text.length),
  );
}
