import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CaseVisibilityItemDto, CompanyVisibilityItemDto } from '@lotse/handovers/contract';
import { DateTime } from '@lotse/shared/ui';

type Item = Partial<CaseVisibilityItemDto> &
  Partial<CompanyVisibilityItemDto> &
  Pick<CaseVisibilityItemDto, 'organisationId' | 'organisationName' | 'roles'>;

/** Who reads a record, and why: organisations first, then the people of the own one. */
@Component({
  selector: 'lotse-visibility-list',
  imports: [DateTime, RouterLink, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './visibility-list.html',
  styleUrl: './visibility-list.scss',
})
export class VisibilityList {
  readonly items = input.required<readonly (CaseVisibilityItemDto | CompanyVisibilityItemDto)[]>();
  /** `case` or `company`: the same reason reads differently. */
  readonly of = input.required<'case' | 'company'>();

  protected readonly organisations = computed(() => this.all().filter(({ userId }) => !userId));
  protected readonly people = computed(() => this.all().filter(({ userId }) => userId));
  private readonly all = computed((): readonly Item[] => this.items() as readonly Item[]);
}
