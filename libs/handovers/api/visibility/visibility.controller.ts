import { Controller, Get, Param } from '@nestjs/common';
import { CurrentActor, ParseId, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { CaseVisibilityDto, CompanyVisibilityDto } from '@lotse/handovers/dto';
import { CaseVisibility } from './case-visibility.service';
import { CompanyVisibility } from './company-visibility.service';

/** Who can see a record, and why. */
@Controller()
export class VisibilityController {
  constructor(
    private readonly cases: CaseVisibility,
    private readonly companies: CompanyVisibility,
  ) {}

  /** Organisations and colleagues that read the case, each with the reason. The owner sees all of them, others the owner and themselves. */
  @Get('cases/:id/visibility')
  @Requires('case.read')
  ofCase(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<CaseVisibilityDto> {
    return this.cases.of(actor, id);
  }

  /** Organisations and colleagues that read the company, each with the reason, as far as the reader may know of them. */
  @Get('companies/:id/visibility')
  @Requires('company.read')
  ofCompany(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<CompanyVisibilityDto> {
    return this.companies.of(actor, id);
  }
}
