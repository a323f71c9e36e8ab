import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import { ROLES, type Role } from '@lotse/shared/contract';

/** Which roles are ticked. */
export type RoleTicks = Record<Role, boolean>;

export const NO_ROLES: RoleTicks = { OFFICER: false, LIAISON: false, MANAGER: false, ADMINISTRATOR: false, DATA_PROTECTION_OFFICER: false };

export const ticksOf = (roles: readonly Role[]): RoleTicks => roles.reduce((ticks, role) => ({ ...ticks, [role]: true }), NO_ROLES);

export const rolesOf = (ticks: RoleTicks): Role[] => ROLES.filter((role) => ticks[role]);

/** The roles a person may have, each with what it allows. */
@Component({
  selector: 'lotse-role-choice',
  imports: [FormField, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <fieldset *transloco="let t; prefix: 'identity'">
      <legend>{{ t('people.roles') }}</legend>
      @for (role of roles; track role) {
        <label>
          <input type="checkbox" [formField]="of()[role]" />
          <span>
            <strong>{{ t('role.' + role) }}</strong>
            <small>{{ t('roleText.' + role) }}</small>
          </span>
        </label>
      }
    </fieldset>
  `,
  styles: `
    fieldset {
      display: grid;
      gap: 0.25rem;
      min-inline-size: 0;
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      margin-block-end: 0.5rem;
      font-weight: 600;
    }
    label {
      display: flex;
      align-items: start;
      gap: 0.75rem;
      padding: 0.375rem 0;
      cursor: pointer;
    }
    input {
      flex: none;
      inline-size: 1.25rem;
      block-size: 1.25rem;
      margin: 0.125rem 0 0;
      accent-color: var(--mat-sys-primary);
    }
    strong,
    small {
      display: block;
    }
    strong {
      font-weight: 600;
    }
    small {
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class RoleChoice {
  readonly of = input.required<FieldTree<RoleTicks>>();
  protected readonly roles = ROLES;
}
