import { ChangeDetectionStrategy, Component, DOCUMENT, inject, input, type OnInit } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import { safeReturnUrl } from '@lotse/shared/ui';
import { Update } from '../update/update';
import { PlainPage } from './plain-page';

/** A page could not be loaded. Part of the first file and outside the shell: it must not need what could not be loaded. */
@Component({
  selector: 'lotse-error-page',
  imports: [MatButtonModule, PlainPage, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <main id="inhalt">
      <lotse-plain-page icon="warning" *transloco="let t; prefix: 'app.page'" [title]="t('error')" [text]="t('errorText')">
        <button matButton="filled" type="button" (click)="retry()">{{ t('retry') }}</button>
      </lotse-plain-page>
    </main>
  `,
  styles: `
    main {
      padding-inline: max(1rem, (100% - 36rem) / 2);
    }
  `,
})
export class ErrorPage implements OnInit {
  private readonly location = inject(DOCUMENT).location;
  private readonly update = inject(Update);
  /** The page that failed. */
  readonly zurueck = input<string>();

  ngOnInit(): void {
    void this.update.follow(safeReturnUrl(this.zurueck()));
  }

  /** Loads the whole program again, because a person wants it. */
  protected retry(): void {
    this.location.assign(safeReturnUrl(this.zurueck()));
  }
}
