import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { CaseSection } from '@lotse/cases/contract';
import type { CaseVisibilityItemDto, CompanyVisibilityItemDto } from '@lotse/handovers/contract';
import { CurrentSession, DateTime, ViewAsButton } from '@lotse/shared/ui';

type Item = Partial<CaseVisibilityItemDto> &
  Partial<CompanyVisibilityItemDto> &
  Pick<CaseVisibilityItemDto, 'organisationId' | 'organisationName' | 'roles'>;

/** Who reads a record, and why: organisations first, then the people of the own one. */
@Component({
  selector: 'lotse-visibility-list',
  imports: [DateTime, RouterLink, TranslocoDirective, ViewAsButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './visibility-list.html',
  styleUrl: './visibility-list.scss',
})
export class VisibilityList {
  readonly items = input.required<readonly (CaseVisibilityItemDto | CompanyVisibilityItemDto)[]>();
  /** `case` or `company`: the same reason reads differently. */
  readonly of = input.required<'case' | 'company'>();

  private readonly router = inject(Router);
  private readonly session = inject(CurrentSession);
  protected readonly mayView = computed(() => this.session.may('people.viewAs'));
  protected readonly organisations = computed(() => this.all().filter(({ userId }) => !userId));
  protected readonly people = computed(() => this.all().filter(({ userId }) => userId));
  /** The page one is on, without its tab: the same record as a colleague sees it. */
  protected here(): string {
    return this.router.url.split(/[?#]/)[0]!.split('/').slice(0, 3).join('/');
  }
  /** What colleagues read of the case and this one does not. */
  protected without({ sections = [] }: Item): readonly CaseSection[] {
    return [...new Set(this.people().flatMap((person) => person.sections ?? []))].filter((section) => !sections.includes(section));
  }
  private readonly all = computed((): readonly Item[] => this.items() as readonly Item[]);
}
