import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import {
  AccountabilityDto,
  CaseDto,
  CaseListQueryDto,
  CasePageDto,
  CaseStubDto,
  ChangeCaseDto,
  ConfidentialCountQueryDto,
  ConfidentialCountsDto,
  CreateCaseDto,
  TimelinePageDto,
} from '@lotse/cases/dto';
import { CurrentActor, IfMatch, ParseId, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { PageQueryDto } from '@lotse/shared/dto';
import { CaseAccountability } from './case-accountability.service';
import { CaseList } from './case-list.service';
import { CaseReader } from './case-reader';
import { CaseTimeline } from './case-timeline.service';
import { CasesService } from './cases.service';
import { ConfidentialCounts } from './confidential-counts.service';

/** Cases: open, find, read, change. */
@ApiExtraModels(CaseDto, CaseStubDto)
@Controller('cases')
export class CasesController {
  constructor(
    private readonly cases: CasesService,
    private readonly caseList: CaseList,
    private readonly reader: CaseReader,
    private readonly caseTimeline: CaseTimeline,
    private readonly confidentialCounts: ConfidentialCounts,
    private readonly caseAccountability: CaseAccountability,
  ) {}

  /** Cases the person may read, a page of them, and how many there are. */
  @Get()
  @Requires('case.read')
  list(@CurrentActor() actor: Actor, @Query() query: CaseListQueryDto): Promise<CasePageDto> {
    return this.caseList.page(actor, query);
  }

  /** Confidential cases of the own organisation, counted per quarter; the only figure managers get of them. */
  @Get('confidential-count')
  @Requires('case.countConfidential')
  countConfidential(@CurrentActor() actor: Actor, @Query() query: ConfidentialCountQueryDto): Promise<ConfidentialCountsDto> {
    return this.confidentialCounts.count(actor, query);
  }

  /** Open a case; the own organisation owns it, the person is its officer. */
  @Post()
  @Requires('case.create')
  create(@CurrentActor() actor: Actor, @Body() input: CreateCaseDto): Promise<CaseDto> {
    return this.cases.create(actor, input);
  }

  /** One case; a former owner gets the stub. */
  @Get(':id')
  @Requires('case.read')
  @ApiOkResponse({ schema: { oneOf: [{ $ref: getSchemaPath(CaseDto) }, { $ref: getSchemaPath(CaseStubDto) }] } })
  one(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<CaseDto | CaseStubDto> {
    return this.reader.one(actor, id);
  }

  /** Change what the case says; 412 carries the stored case in `details.current`. */
  @Patch(':id')
  @Requires('case.write')
  change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @IfMatch() version: number,
    @Body() input: ChangeCaseDto,
  ): Promise<CaseDto> {
    return this.cases.change(actor, id, version, input);
  }

  /** What happened, newest first, with old and new values. */
  @Get(':id/timeline')
  @Requires('case.read')
  timeline(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string, @Query() query: PageQueryDto): Promise<TimelinePageDto> {
    return this.caseTimeline.page(actor, id, query);
  }

  /** Who held the case and who was waited for, from its creation to now; for everybody who reads its key facts. */
  @Get(':id/accountability')
  @Requires('case.read')
  accountability(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<AccountabilityDto> {
    return this.caseAccountability.of(actor, id);
  }
}
