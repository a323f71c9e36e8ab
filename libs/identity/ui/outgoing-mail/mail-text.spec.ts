import { mailPieces } from './mail-text';

it('makes links of web addresses and of nothing else', () => {
  expect(mailPieces('Guten Tag\nhttps://lotse.example/umfrage/abc?note=1 <b>fett</b> javascript:alert(1)')).toEqual([
    { text: 'Guten Tag\n' },
    { text: 'https://lotse.example/umfrage/abc?note=1', href: 'https://lotse.example/umfrage/abc?note=1' },
    { text: ' <b>fett</b> javascript:alert(1)' },
  ]);
});
