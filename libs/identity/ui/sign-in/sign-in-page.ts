import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input, linkedSignal, signal, viewChild } from '@angular/core';
import { form, FormField, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DemoAccountDto, DemoAccountsDto } from '@lotse/identity/contract';
import {
  CurrentSession,
  Field,
  Icon,
  Input,
  LANGUAGES,
  Languages,
  Notice,
  PageHead,
  ProblemMessage,
  safeReturnUrl,
  submitTo,
} from '@lotse/shared/ui';
import { byRegion } from './demo-groups';

/** Sign-in, and in demo mode the accounts to try it with. */
@Component({
  selector: 'lotse-sign-in-page',
  imports: [Field, FormField, Icon, Input, MatButtonModule, Notice, PageHead, ProblemMessage, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.scss',
})
export class SignInPage {
  private readonly session = inject(CurrentSession);
  private readonly router = inject(Router);
  private readonly submitButton = viewChild.required<string, ElementRef<HTMLElement>>('submit', { read: ElementRef });
  protected readonly languages = inject(Languages);
  protected readonly languageNames = LANGUAGES.map((code) => ({ code, name: { de: 'Deutsch', en: 'English' }[code] }));

  /** Where the person wanted to go. */
  readonly zurueck = input<string>();
  /** `abgelaufen` after a session ended by itself. */
  readonly grund = input<string>();

  protected readonly credentials = signal({ email: '', password: '' });
  protected readonly form = form(this.credentials, (path) => {
    required(path.email);
    required(path.password);
  });
  protected readonly error = signal<unknown>(undefined);
  protected readonly sending = computed(() => this.form().submitting());
  protected readonly visible = signal(false);

  private readonly demo = httpResource<DemoAccountsDto>(() => '/api/v1/demo-accounts');
  protected readonly demoAccounts = computed(() => (this.demo.hasValue() ? this.demo.value() : undefined));
  protected readonly regions = computed(() => byRegion(this.demoAccounts()?.items ?? []));
  private readonly groups = computed(() => this.regions().flatMap(({ groups }) => groups));
  protected readonly chosen = linkedSignal(() => this.groups()[0]?.organisation ?? '');
  protected readonly group = computed(() => this.groups().find(({ organisation }) => organisation === this.chosen()));

  protected fill(account: DemoAccountDto): void {
    this.credentials.set({ email: account.email, password: this.demoAccounts()?.password ?? '' });
    this.error.set(undefined);
    this.submitButton().nativeElement.focus();
  }

  protected async signIn(): Promise<void> {
    this.error.set(undefined);
    const { email, password } = this.credentials();
    const sent = await submitTo(this.form, () => this.session.signIn(email.trim(), password));
    if (sent.done) void this.router.navigateByUrl(safeReturnUrl(this.zurueck()));
    else this.error.set(sent.error);
  }
}
