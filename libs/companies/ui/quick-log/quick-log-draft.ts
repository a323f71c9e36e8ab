import { Service, signal } from '@angular/core';
import type { InteractionKind } from '@lotse/companies/contract';
import type { PickedCompany } from '../company-picker/company-picker';

interface Entry {
  kind: InteractionKind;
  text: string;
}

/** What was typed into the quick log and not saved: a slip of the Escape key loses nothing. */
@Service()
export class QuickLogDraft {
  readonly company = signal<PickedCompany | undefined>(undefined);
  readonly entry = signal<Entry | undefined>(undefined);

  keep(company: PickedCompany | undefined, { kind, text }: Entry): void {
    this.company.set(text.trim() ? company : undefined);
    this.entry.set(text.trim() ? { kind, text } : undefined);
  }

  clear(): void {
    this.company.set(undefined);
    this.entry.set(undefined);
  }
}
