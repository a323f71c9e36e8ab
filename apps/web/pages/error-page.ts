import { ChangeDetectionStrategy, Component, DOCUMENT, inject, input } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { safeReturnUrl } from '@lotse/shared/ui';
import { PlainPage } from './plain-page';

@Component({
  selector: 'lotse-error-page',
  imports: [MatButtonModule, PlainPage, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lotse-plain-page icon="warning" *transloco="let t; prefix: 'app.page'" [title]="t('error')" [text]="t('errorText')">
      <button matButton="filled" type="button" (click)="retry()">{{ t('retry') }}</button>
    </lotse-plain-page>
  `,
})
export class ErrorPage {
  private readonly location = inject(DOCUMENT).location;
  /** The page that failed. */
  readonly zurueck = input<string>();

  /** Loads the whole program again: after an update the old one's files may be gone. */
  protected retry(): void {
    this.location.assign(safeReturnUrl(this.zurueck()));
  }
}
