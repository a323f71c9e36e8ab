import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatMenuModule } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { CurrentSession, Icon } from '@lotse/shared/ui';
import { Reload } from './reload';

/** The signed-in person: who it is, the account, the way out. */
@Component({
  selector: 'lotse-user-menu',
  imports: [Icon, MatMenuModule, RouterLink, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (session.user(); as user) {
      <ng-container *transloco="let t; prefix: 'app.user'">
        <button class="face" type="button" [matMenuTriggerFor]="menu">
          <span aria-hidden="true">{{ initials() }}</span><span class="cdk-visually-hidden">{{ t('button', { name: user.name }) }}</span>
        </button>
        <mat-menu #menu="matMenu" xPosition="before">
          <p class="lotse-menu-title">
            <strong>{{ user.name }}</strong><br />{{ user.email }}
          </p>
          <a mat-menu-item routerLink="/konto"><lotse-icon class="lotse-menu-icon" name="user" />{{ t('account') }}</a>
          <button mat-menu-item (click)="signOut()"><lotse-icon class="lotse-menu-icon" name="sign-out" />{{ t('signOut') }}</button>
        </mat-menu>
      </ng-container>
    }
  `,
  styles: `
    .face {
      inline-size: 2.25rem;
      block-size: 2.25rem;
      padding: 0;
      border: 0;
      border-radius: 50%;
      background: var(--mat-sys-primary);
      color: var(--mat-sys-on-primary);
      font: inherit;
      font-size: 0.875rem;
      font-weight: 600;
      cursor: pointer;
    }
    strong {
      color: var(--mat-sys-on-surface);
    }
  `,
})
export class UserMenu {
  protected readonly session = inject(CurrentSession);
  private readonly reload = inject(Reload);
  protected readonly initials = computed(() => {
    const words = (this.session.user()?.name ?? '').split(/\s+/).filter((word) => /^\p{L}/u.test(word));
    return [words[0], words.length > 1 ? words.at(-1) : ''].map((word) => word?.charAt(0) ?? '').join('');
  });

  protected signOut(): void {
    this.session.signOut().subscribe(() => this.reload.fromStart());
  }
}
