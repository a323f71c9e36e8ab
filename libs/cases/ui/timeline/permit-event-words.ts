import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { formatDate, Languages } from '@lotse/shared/ui';

const CODES: Record<string, string> = { 'permit.type': 'type', 'permit.plotArea': 'plotArea' };

/** What happened in a procedure with an authority, for the timeline of its case. */
@Service()
export class PermitEventWords {
  private readonly transloco = inject(TranslocoService);
  private readonly languages = inject(Languages);

  /** Name of the procedure, what happened in it, and what was put right; nothing for events of other kinds. */
  values(data: Record<string, unknown>): Record<string, string> {
    if (typeof data['procedureType'] !== 'string') return {};
    const items = Array.isArray(data['items']) ? ` (${data['items'].join(', ')})` : '';
    return {
      procedure: typeof data['procedureTitle'] === 'string' ? data['procedureTitle'] : this.say(`type.${data['procedureType']}`),
      what: this.dated(data['eventKind'], data['on']) + items,
      oldWhat: this.dated(data['oldKind'], data['oldOn']),
    };
  }

  /** The value of a changed field in words; undefined for what is no code. */
  value(field: string, raw: string): string | undefined {
    if (field === 'permit.municipalityIsAuthority') return this.say(raw === 'true' ? 'yes' : 'no');
    return CODES[field] && this.say(`${CODES[field]}.${raw}`);
  }

  private dated(kind: unknown, on: unknown): string {
    if (typeof kind !== 'string') return '';
    const day = typeof on === 'string' ? `, ${formatDate(on, this.languages.current())}` : '';
    return this.say(`kind.${kind}`) + day;
  }

  private say(key: string): string {
    return this.transloco.translate<string>(`permit.${key}`, {}, this.languages.current());
  }
}
