import { passwordFault } from './password-rules';

const identity = ['officer@rodgau.example', 'Stadt Rodgau', 'Petra Beispiel'];

it('takes a long phrase without asking for digits or signs', () => {
  expect(passwordFault('morgens radelt niemand rückwärts', identity)).toBeUndefined();
});

it.each([
  ['zu kurz', 'tooShort'],
  ['x'.repeat(201), 'tooLong'],
  ['aaaaaaaaaaaaaaaaaa', 'tooSimple'],
  ['abcdeabcdeabcdeabcde', 'tooSimple'],
  ['PasswortPasswort', 'common'],
  ['officer-rodgau-2026', 'containsIdentity'],
])('refuses %s as %s', (password, fault) => {
  expect(passwordFault(password, identity)).toBe(fault);
});
