import { daysOfYear, yearsUntil } from './years';

it('offers five years and asks for whole ones', () => {
  expect(yearsUntil(new Date(2026, 10, 23))).toEqual(['2026', '2025', '2024', '2023', '2022']);
  expect(daysOfYear('2025')).toEqual({ from: '2025-01-01', to: '2025-12-31' });
  expect(daysOfYear('')).toEqual({});
});
