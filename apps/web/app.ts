import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { Appearance, Languages, ToastArea } from '@lotse/shared/ui';

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
    inject(Languages);
  }
}
