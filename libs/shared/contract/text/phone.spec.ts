import { phoneKey } from './phone';

describe('telephone numbers', () => {
  it.each([
    '06074 8180-0',
    '06074/8180-0',
    '06074 / 81 80 0',
    '(06074) 81800',
    '0 60 74 - 81 80 - 0',
    '+49 6074 81800',
    '+49 (0) 6074 8180-0',
    '+49(6074)81800',
    '0049 6074 81800',
    '+49-6074-8180-0',
    '+49.6074.81800',
    'Tel.: 06074 81 800',
    '\u00a006074\u00a081800\u00a0',
    '＋49 6074 81800',
    'tel:+49607481800',
  ])('"%s" is one number', (text) => expect(phoneKey(text)).toBe('+49607481800'));

  it('takes a mobile and a foreign number', () => {
    expect(phoneKey('0171 / 39 20 000')).toBe('+491713920000');
    expect(phoneKey('+43 1 58858')).toBe('+43158858');
    expect(phoneKey('01 58858-0', 'AT')).toBe('+431588580');
  });

  it.each([
    ['', ''],
    ['keine', ''],
    ['12', '12'],
  ])('"%s" leaves its digits', (text, key) => expect(phoneKey(text)).toBe(key));
});
