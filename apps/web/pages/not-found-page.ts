import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { PlainPage } from './plain-page';

@Component({
  selector: 'lotse-not-found-page',
  imports: [MatButtonModule, PlainPage, RouterLink, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lotse-plain-page icon="help" *transloco="let t; prefix: 'app.page'" [title]="t('notFound')" [text]="t('notFoundText')">
      <a matButton="filled" routerLink="/">{{ t('home') }}</a>
    </lotse-plain-page>
  `,
})
export class NotFoundPage {}
