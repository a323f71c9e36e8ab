import { execFileSync } from 'node:child_process';
import { buildSync } from 'esbuild';

/** What the functions say about every day of two years, with the clocks of the machine set elsewhere. */
const answers = (zone: string, code: string) =>
  execFileSync(process.execPath, ['--input-type=module', '-e', code], { env: { ...process.env, TZ: zone }, encoding: 'utf8' });

describe('the calendar on machines elsewhere', () => {
  it('says the same everywhere', () => {
    const { outputFiles } = buildSync({
      stdin: {
        resolveDir: import.meta.dirname,
        loader: 'ts',
        contents: `
          import { addDays, addMonths, weekday, berlinDay, endOfBerlinDay, isWorkingDay, handoverDue, holidaysOf, deadline, explainDeadline } from '.';
          const lines: string[] = [];
          for (let day = '2025-12-20'; day < '2028-01-10'; day = addDays(day, 1)) {
            const end = endOfBerlinDay(day);
            lines.push([day, weekday(day), addMonths(day, 1), end, berlinDay(end), isWorkingDay(day, { state: 'HE' }),
              handoverDue(end, { state: 'HE' }).dueAt, deadline(day, { count: 1, unit: 'MONTH' }, { state: 'HE' }),
              explainDeadline(day, { count: 2, unit: 'WORKING_DAY' }, { state: 'HE' }).days.map(({ date, reason }) => date + reason)].join());
          }
          lines.push([...holidaysOf(2026, 'HE').keys()].join());
          process.stdout.write(lines.join('\\n'));`,
      },
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'node',
    });
    const code = outputFiles[0]?.text ?? '';
    const zones = ['UTC', 'Europe/Berlin', 'Pacific/Auckland', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Asia/Kathmandu'];
    const [first, ...others] = zones.map((zone) => answers(zone, code));
    expect(first?.split('\n').length).toBeGreaterThan(700);
    for (const other of others) expect(other).toBe(first);
  }, 30_000);
});
