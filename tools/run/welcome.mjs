const PARTNERS =
  'dietzenbach dreieich egelsbach hainburg heusenstamm langen mainhausen muehlheim neu-isenburg obertshausen rodgau roedermark seligenstadt kreis-offenbach ihk-offenbach kreishandwerkerschaft';

/** The lines a person needs after a start with demo data: how the accounts are called and their password. */
export function demoAccounts(env = process.env) {
  const password = env.LOTSE_DEMO_PASSWORD ? 'the one of LOTSE_DEMO_PASSWORD' : 'lotse-demo';
  const names = PARTNERS.split(' ');
  const lines = [names.slice(0, 7), names.slice(7, 13), names.slice(13)].map((row) => `           ${row.join(' ')}`);
  return [
    `Demo accounts, password: ${password}`,
    '  officer@ liaison@ manager@ admin@ followed by <partner>.example, e.g. officer@dietzenbach.example; partners:',
    ...lines,
    '  dpo@kreis-offenbach.example (data protection); a second region: kreis-musterland musterstadt beispielheim',
  ].join('\n');
}
