import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '@lotse/shared/ui';

/** Looks for a company from anywhere: name, place or telephone number. */
@Component({
  selector: 'lotse-company-search',
  imports: [Icon, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <form role="search" *transloco="let t; prefix: 'app.shell'" (submit)="$event.preventDefault(); find(box.value)">
      <lotse-icon name="search" />
      <input
        #box
        class="lotse-input"
        type="search"
        name="q"
        autocomplete="off"
        [attr.aria-label]="t('search')"
        [placeholder]="t('search')"
      />
    </form>
  `,
  styles: `
    form {
      position: relative;
    }
    lotse-icon {
      position: absolute;
      inset-inline-start: 0.625rem;
      inset-block-start: calc(50% - 0.625em);
      color: var(--mat-sys-on-surface-variant);
      pointer-events: none;
    }
    input {
      padding-inline-start: 2.25rem;
    }
  `,
})
export class CompanySearch {
  private readonly router = inject(Router);

  protected find(text: string): void {
    void this.router.navigate(['/unternehmen'], { queryParams: { q: text.trim() || null } });
  }
}
