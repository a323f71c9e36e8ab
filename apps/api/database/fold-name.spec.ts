import fc from 'fast-check';
import pg from 'pg';
import { foldName, foldText } from '@lotse/shared/contract';

const ordinary = [
  'Müller GmbH & Co. KG',
  'Mueller und Söhne OHG',
  'Bäuerle UG (haftungsbeschränkt)',
  'Auto-Haus „Weiß“ e. K.',
  'Muster S.à r.l.',
  'D’Angelo & Fils S.A.',
  'SE Bikes GmbH',
  'ΑΛΦΑ Бета AG',
  'ﬁt & ½ Ärzte PartG mbB',
  'Quelle Neue Feuer Bauer Baur',
];

/** The database folds names for its indexes, the program for its hints: both must agree on every text. */
describe('folding names in the database', () => {
  const client = new pg.Client({ connectionString: (JSON.parse(process.env['LOTSE_TEST_URLS'] ?? '{}') as { admin?: string }).admin });
  beforeAll(() => client.connect());
  afterAll(() => client.end());

  it('agrees with the program', async () => {
    const latin = fc.string({ unit: fc.integer({ min: 1, max: 0x24f }).map((code) => String.fromCharCode(code)), maxLength: 30 });
    const wordy = fc
      .array(
        fc.constantFrom(
          'Müller',
          'GmbH',
          '&',
          'Co.',
          'KG',
          'KGaA',
          'und',
          'AG',
          'e.K.',
          'S.A.',
          'Bauer',
          'ue',
          'ae',
          'oe',
          'U.G.',
          'B.V.',
          'mbH',
        ),
        { maxLength: 7 },
      )
      .map((words) => words.join(' '));
    const texts = [...ordinary, ...fc.sample(latin, { numRuns: 1500, seed: 7 }), ...fc.sample(wordy, { numRuns: 1500, seed: 7 })];
    const { rows } = await client.query<{ text: string; name: string }>(
      'select fold_text(x) as text, fold_name(x) as name from unnest($1::text[]) with ordinality t(x, i) order by i',
      [texts],
    );
    expect(rows.map(({ text, name }, i) => [texts[i], text, name])).toEqual(texts.map((text) => [text, foldText(text), foldName(text)]));
  });
});
