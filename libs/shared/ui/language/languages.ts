import { DOCUMENT, effect, inject, Service } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { TranslocoService } from '@jsverse/transloco';
import { map } from 'rxjs';
import { recall, remember } from '../appearance/remember';

export const LANGUAGES = ['de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** German unless this browser was told otherwise. */
export function rememberedLanguage(): Language {
  return recall('lotse.language') === 'en' ? 'en' : 'de';
}

/** The language of the interface. Switching re-renders texts in place: forms, focus and scroll stay as they are. */
@Service()
export class Languages {
  private readonly transloco = inject(TranslocoService);
  private readonly root = inject(DOCUMENT).documentElement;
  readonly current = toSignal(this.transloco.langChanges$.pipe(map((language): Language => (language === 'en' ? 'en' : 'de'))), {
    initialValue: this.transloco.getActiveLang() === 'en' ? 'en' : 'de',
  });

  constructor() {
    effect(() => (this.root.lang = this.current()));
  }

  /** Loads the texts first and switches then, so that no key is ever seen. */
  use(language: Language): void {
    remember('lotse.language', language);
    this.transloco.load(language).subscribe(() => this.transloco.setActiveLang(language));
  }
}
