import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { EnquiryDto } from '@lotse/intake/contract';
import { Amount, DateTime, keepLast, StateBlock } from '@lotse/shared/ui';

/** The tab "Anfrage" of a case: what the company sent, word for word, and what it agreed to. */
@Component({
  selector: 'lotse-case-enquiry',
  imports: [Amount, DateTime, StateBlock, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './case-enquiry.html',
  styles: `
    blockquote {
      margin: 0 0 1rem;
      padding-inline-start: 1rem;
      border-inline-start: 3px solid var(--lotse-control-line);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    dd {
      overflow-wrap: anywhere;
    }
  `,
})
export class CaseEnquiry {
  /** Id of the case, from the route of its page. */
  readonly id = input.required<string>();
  protected readonly enquiry = httpResource<EnquiryDto>(() => `/api/v1/cases/${this.id()}/enquiry`);
  protected readonly found = keepLast(this.enquiry);
}
