import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { TranslocoDirective } from '@jsverse/transloco';
import {
  LEGAL_FORMS,
  SIZE_CLASSES,
  type CompanyDto,
  type CompanyFactsDto,
  type IndustryDto,
  type SizeClass,
} from '@lotse/companies/contract';
import { Field, Input, Languages } from '@lotse/shared/ui';
import { CompaniesClient } from '../companies-client';

/** Master data as the form holds them: everything text, empty for unknown. */
export interface CompanyFacts {
  name: string;
  legalForm: string;
  industryCode: string;
  sizeClass: SizeClass | '';
  registerCourt: string;
  registerNumber: string;
  vatId: string;
  economicId: string;
  website: string;
}

export const NO_FACTS: CompanyFacts = {
  name: '',
  legalForm: '',
  industryCode: '',
  sizeClass: '',
  registerCourt: '',
  registerNumber: '',
  vatId: '',
  economicId: '',
  website: '',
};

export const factsOf = (company: CompanyDto): CompanyFacts => ({
  name: company.name,
  legalForm: company.legalForm ?? '',
  industryCode: company.industryCode ?? '',
  sizeClass: company.sizeClass ?? '',
  registerCourt: company.registerCourt ?? '',
  registerNumber: company.registerNumber ?? '',
  vatId: company.vatId ?? '',
  economicId: company.economicId ?? '',
  website: company.website ?? '',
});

/** What travels: null for what was emptied. */
export const inputOf = (facts: CompanyFacts): CompanyFactsDto & Record<keyof CompanyFacts, string | null> & { name: string } => ({
  name: facts.name.trim(),
  legalForm: facts.legalForm || null,
  industryCode: facts.industryCode.trim().split(' ')[0] || null,
  sizeClass: facts.sizeClass || null,
  registerCourt: facts.registerCourt.trim() || null,
  registerNumber: facts.registerNumber.trim() || null,
  vatId: facts.vatId.trim() || null,
  economicId: facts.economicId.trim() || null,
  website: facts.website.trim() || null,
});

/** The fields of the master data, the same for a new company and for one that is changed. */
@Component({
  selector: 'lotse-company-facts',
  imports: [Field, FormField, Input, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './company-facts.html',
})
export class CompanyFactsForm {
  private readonly client = inject(CompaniesClient);
  private readonly language = inject(Languages).current;
  readonly of = input.required<FieldTree<CompanyFacts>>();
  protected readonly forms = LEGAL_FORMS;
  protected readonly sizes = SIZE_CLASSES;
  protected readonly industries = signal<IndustryDto[]>([]);

  protected findIndustry(text: string): void {
    if (text.trim().length < 2) return;
    this.client.industries(text.trim(), this.language()).subscribe(({ items }) => this.industries.set(items));
  }
}
