import { Controller, Get, HttpCode, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { AcceptsFile, contentDisposition, CurrentActor, ParseId, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { FILE_KIND_FACTS, fileName } from '@lotse/shared/contract';
import { DistributionDto, ExposeContentQueryDto, ExposeQueryDto } from '@lotse/distributions/dto';
import { Exposes } from './exposes.service';

/** The exposé of an offer: one file, PDF, JPEG or PNG. */
@Controller('distributions/:id/expose')
export class ExposesController {
  constructor(private readonly exposes: Exposes) {}

  /** Add the file to the own offer, in place of a former one, until the enquiry is due. The file is the body as it is. */
  @Post()
  @HttpCode(200)
  @AcceptsFile()
  @Requires('distribution.answer')
  put(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @Query() { name }: ExposeQueryDto,
    @Req() request: Request,
  ): Promise<DistributionDto> {
    return this.exposes.put(actor, id, name, request);
  }

  /** The file, for its own organisation, and for the lead once nothing is sealed. Sealed, missing and foreign ones are the same: 404. */
  @Get()
  @Requires('distribution.read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async content(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @Query() { organisationId = actor.organisationId ?? '' }: ExposeContentQueryDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { name, kind, size, stream } = await this.exposes.content(actor, id, organisationId);
    response.setHeader('Content-Security-Policy', "sandbox; default-src 'none'");
    return new StreamableFile(stream, {
      type: FILE_KIND_FACTS[kind].type,
      disposition: contentDisposition('attachment', fileName(name, kind)),
      length: size,
    });
  }
}
