import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { form, FormField, maxLength, minLength, required } from '@angular/forms/signals';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { CASE_TYPES, type CaseType, type ChecklistTemplateDto } from '@lotse/cases/contract';
import { Field, Icon, Input, keepLast, PageHead, ProblemMessage, StateBlock, StatusChip, submitTo, Toasts } from '@lotse/shared/ui';
import { ChecklistClient } from './checklist-client';

const EMPTY = { caseType: '', title: '', items: '' };

/** Administration: what is to be seen to in every case of a type. Templates of the region can be copied, those of the organisation changed. */
@Component({
  selector: 'lotse-checklist-templates-page',
  imports: [Field, FormField, Icon, Input, MatButtonModule, PageHead, ProblemMessage, StateBlock, StatusChip, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './templates-page.html',
  styleUrl: './templates-page.scss',
})
export class TemplatesPage {
  private readonly client = inject(ChecklistClient);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  protected readonly types = CASE_TYPES;
  protected readonly templates = this.client.templates();
  protected readonly page = keepLast(this.templates);
  protected readonly error = signal<unknown>(undefined);
  /** The one being changed; null for a new one. */
  protected readonly editing = signal<ChecklistTemplateDto | null | undefined>(undefined);
  protected readonly values = signal(EMPTY);
  protected readonly form = form(this.values, (path) => {
    required(path.caseType);
    required(path.title);
    minLength(path.title, 2);
    maxLength(path.title, 100);
    required(path.items);
  });
  protected readonly lines = computed(() =>
    this.values()
      .items.split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  );

  /** A new one, empty or after one of the region. */
  protected begin(after?: ChecklistTemplateDto): void {
    this.open(null, after);
  }

  protected edit(template: ChecklistTemplateDto): void {
    this.open(template, template);
  }

  protected async save(): Promise<void> {
    this.error.set(undefined);
    const { caseType, title } = this.values();
    const input = { caseType: caseType as CaseType, title: title.trim(), items: this.lines() };
    const sent = await submitTo(this.form, () => this.client.save(input, this.editing() ?? undefined));
    if (!sent.done) return this.error.set(sent.error);
    this.editing.set(undefined);
    this.templates.reload();
    this.toasts.show(this.transloco.translate<string>('case.saved'));
  }

  protected remove(template: ChecklistTemplateDto): void {
    this.error.set(undefined);
    this.client.removeTemplate(template).subscribe({
      next: () => this.templates.reload(),
      error: (error: unknown) => {
        this.error.set(error);
        this.templates.reload();
      },
    });
  }

  private open(template: ChecklistTemplateDto | null, like?: ChecklistTemplateDto): void {
    this.error.set(undefined);
    this.form().reset(like ? { caseType: like.caseType, title: like.title, items: like.items.join('\n') } : EMPTY);
    this.editing.set(template);
  }
}
