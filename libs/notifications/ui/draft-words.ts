import type { DraftDto } from '@lotse/shared/contract';

/** Which text names a draft; the key says what is written, never what the record is called. */
export function draftKind(key: string): string {
  const [record, id, what] = key.split(':');
  if (record === 'log') return 'log';
  if (id === 'new') return record === 'case' ? 'newCase' : 'newCompany';
  if (record === 'handover') return 'decision';
  return what === 'offer' || what === 'facts' || what === 'note' ? what : 'other';
}

/** The page with the form, where one leads there. */
export function draftLink(key: string): string[] | undefined {
  const [record, id, what] = key.split(':');
  if (record === 'case') return id === 'new' ? ['/vorgaenge/neu'] : ['/vorgaenge', id ?? '', what === 'offer' ? 'uebergaben' : 'eckdaten'];
  if (record === 'company') return id === 'new' ? ['/unternehmen/neu'] : ['/unternehmen', id ?? '', 'kontakte'];
  return record === 'handover' ? ['/uebergaben', id ?? ''] : undefined;
}

const CODES = /Id$|^(kind|basis|reasonCode|company|confidential|id)$/;

/** Everything a person wrote into it, for copying: texts without codes and ids, the longest last. */
export function draftText({ content }: DraftDto): string {
  const texts: string[] = [];
  const collect = (value: unknown, name = ''): void => {
    if (typeof value === 'string') {
      if (value.trim() && !CODES.test(name)) texts.push(value.trim());
    } else if (typeof value === 'object' && value !== null && !CODES.test(name)) {
      for (const [inner, part] of Object.entries(value)) collect(part, inner);
    }
  };
  collect(content);
  return texts.join('\n');
}
