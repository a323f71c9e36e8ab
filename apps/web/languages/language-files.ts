import { Service } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';

/** Each language is one chunk of the build: hashed, cached, loaded only when chosen. */
@Service()
export class LanguageFiles implements TranslocoLoader {
  getTranslation(language: string): Promise<Translation> {
    return (language === 'en' ? import('./en') : import('./de')).then((file) => file.default);
  }
}
