import { inject, Service } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { CASE_DETAILS, type DetailField, OUTSIDE_REGION } from '@lotse/cases/contract';
import { formatDate, formatNumber, Languages } from '@lotse/shared/ui';
import { RegionClient } from '../region-client';
import { readNumber } from './detail-values';

/** Every own field by its name; fields of one name are alike in all types, only their choices differ. */
const FIELDS = new Map<string, DetailField>(
  Object.values(CASE_DETAILS)
    .flat()
    .map((field: DetailField) => [field.name, field]),
);

/** Own fields in words: "4.000 m²", "GE – Gewerbegebiet", "31.03.2027". */
@Service()
export class DetailText {
  private readonly transloco = inject(TranslocoService);
  private readonly languages = inject(Languages);
  private readonly region = inject(RegionClient);

  label(name: string): string {
    return this.say(`details.${name}`);
  }

  /** Empty for nothing. */
  value(name: string, value: unknown): string {
    if (value === null || value === undefined || value === '') return '';
    const field = FIELDS.get(name);
    const language = this.languages.current();
    switch (field?.kind) {
      case 'number': {
        const number = readNumber(String(value));
        return number === undefined ? String(value) : `${formatNumber(number, language)} ${this.say(`unit.${field.unit}`)}`;
      }
      case 'flag':
        return this.say(value === true || value === 'true' ? 'yes' : 'no');
      case 'date':
        return formatDate(String(value), language);
      case 'choice':
        return this.say(`choice.${name}.${String(value)}`);
      case 'municipality':
        return value === OUTSIDE_REGION ? this.say('outsideRegion') : this.region.municipalityName(String(value));
      default:
        return String(value);
    }
  }

  private say(key: string): string {
    return this.transloco.translate<string>(`case.${key}`, {}, this.languages.current());
  }
}
