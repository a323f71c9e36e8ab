/** Which text says what happened: that of the kind itself, of its family (`handover`), or that something did. */
export function kindKey(kind: string, known: (key: string) => boolean): string {
  const own = kind.replace('.', '_');
  const family = kind.split('.')[0] ?? '';
  return [own, family].find((key) => known(key)) ?? 'other';
}
