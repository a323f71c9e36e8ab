import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { ChangeRoutingRuleDto, RoutingRuleDto } from '@lotse/cases/contract';
import { Icon, keepLast, Notice, PageHead, ProblemMessage, StateBlock, StatusChip, Toasts } from '@lotse/shared/ui';
import { RegionClient } from '../region-client';
import { RoutingClient } from './routing-client';
import { RoutingTest } from './routing-test';
import { RuleForm } from './rule-form';

/** One place up or down in the order. */
const WAYS = [
  { by: -1, icon: 'arrow-up', label: 'routing.upOf' },
  { by: 1, icon: 'arrow-down', label: 'routing.downOf' },
] as const;

/** "Zuständigkeitsregeln": who suggests whom and why, in order; kept by the intake organisation's administration, read by the others. */
@Component({
  selector: 'lotse-routing-rules-page',
  imports: [Icon, MatButtonModule, Notice, PageHead, ProblemMessage, RoutingTest, RuleForm, StateBlock, StatusChip, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './routing-rules-page.html',
  styles: `
    .why {
      display: block;
      font-weight: 400;
    }
    .row-actions {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      max-inline-size: 12rem;
      white-space: nowrap;
    }
  `,
})
export class RoutingRulesPage {
  private readonly client = inject(RoutingClient);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(TranslocoService);
  protected readonly region = inject(RegionClient);
  protected readonly ways = WAYS;

  protected readonly rules = this.client.rules();
  protected readonly page = keepLast(this.rules);
  /** Id of the rule that is changed, or `new`. */
  protected readonly editing = signal<string | undefined>(undefined);
  protected readonly error = signal<unknown>(undefined);

  protected saved(): void {
    this.editing.set(undefined);
    this.rules.reload();
    this.toasts.show(this.texts.translate<string>('case.routing.saved'));
  }

  /** Whoever is too late sees what is stored now, and decides again. */
  protected change(rule: RoutingRuleDto, change: ChangeRoutingRuleDto): void {
    this.error.set(undefined);
    this.client.change(rule, change).subscribe({
      next: () => this.saved(),
      error: (error: unknown) => {
        this.error.set(error);
        this.rules.reload();
      },
    });
  }
}
