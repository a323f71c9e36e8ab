import { inject, Pipe, type PipeTransform } from '@angular/core';
import { formatNumber } from '../dates/format-date';
import { Languages } from '../language/languages';

/** `{{ size | fileSize }}` → `1,2 MB`; powers of 1024, as file managers show it. */
@Pipe({ name: 'fileSize', pure: false })
export class FileSize implements PipeTransform {
  private readonly language = inject(Languages).current;

  transform(bytes: number): string {
    const say = (value: number, decimals: number, unit: string) => `${formatNumber(value, this.language(), decimals)}\u00a0${unit}`;
    if (bytes < 1024) return say(bytes, 0, 'B');
    const [value, unit] =
      bytes < 1024 ** 2 ? [bytes / 1024, 'KB'] : bytes < 1024 ** 3 ? [bytes / 1024 ** 2, 'MB'] : [bytes / 1024 ** 3, 'GB'];
    return say(value, value < 10 ? 1 : 0, unit as string);
  }
}
