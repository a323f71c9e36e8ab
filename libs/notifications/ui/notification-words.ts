import { inject, Pipe, type PipeTransform } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { NotificationDto } from '@lotse/notifications/contract';
import { Languages } from '@lotse/shared/ui';
import { kindKey } from './kind-key';

/** `{{ item | whatIsNew }}` → "3 Neuigkeiten, zuletzt: neuer Kontakt". Impure, as it follows the language. */
@Pipe({ name: 'whatIsNew', pure: false })
export class WhatIsNew implements PipeTransform {
  private readonly transloco = inject(TranslocoService);
  private readonly languages = inject(Languages);

  transform({ kind, count, read }: NotificationDto): string {
    const language = this.languages.current();
    const texts = this.transloco.getTranslation(language);
    const say = (key: string, values = {}) => this.transloco.translate<string>(`notification.${key}`, values, language);
    const what = say(`kind.${kindKey(kind, (key) => `notification.kind.${key}` in texts)}`);
    return read || count < 2 ? what : say('several', { n: count, what });
  }
}
