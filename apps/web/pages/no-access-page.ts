import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { PlainPage } from './plain-page';

@Component({
  selector: 'lotse-no-access-page',
  imports: [MatButtonModule, PlainPage, RouterLink, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <lotse-plain-page icon="lock" *transloco="let t; prefix: 'app.page'" [title]="t('noAccess')" [text]="t('noAccessText')">
      <a matButton="filled" routerLink="/">{{ t('home') }}</a>
    </lotse-plain-page>
  `,
})
export class NoAccessPage {}
