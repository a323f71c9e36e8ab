import { ChangeDetectionStrategy, Component, effect, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Appearance, CurrentSession, Languages, recall, ToastArea } from '@lotse/shared/ui';

/** The root: a page, and messages over it. */
@Component({
  selector: 'lotse-root',
  imports: [RouterOutlet, ToastArea],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<router-outlet /><lotse-toast-area />`,
})
export class App {
  constructor() {
    inject(Appearance);
    const languages = inject(Languages);
    const session = inject(CurrentSession);
    // On a browser that was never told, the language of the account holds.
    effect(() => {
      const language = session.user()?.language;
      if (language && !recall('lotse.language')) languages.use(language);
    });
  }
}
