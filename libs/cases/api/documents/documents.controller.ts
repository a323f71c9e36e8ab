import { Body, Controller, Delete, Get, HttpCode, Param, ParseIntPipe, Patch, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import {
  ChangeDocumentDto,
  ContentQueryDto,
  DocumentDto,
  DocumentPageDto,
  DocumentQueryDto,
  UploadedDocumentDto,
  UploadQueryDto,
} from '@lotse/cases/dto';
import { AcceptsFile, contentDisposition, CurrentActor, DomainError, IfMatch, ParseId, Requires } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { FILE_KIND_FACTS, fileName, PREVIEW_KINDS } from '@lotse/shared/contract';
import { DocumentUploads } from './document-uploads.service';
import { DocumentsService } from './documents.service';

/** Documents of cases. Who reads one is said by its level. */
@Controller()
export class DocumentsController {
  constructor(
    private readonly documents: DocumentsService,
    private readonly uploads: DocumentUploads,
  ) {}

  /** Those the person reads. To a former owner: those that stayed with it. */
  @Get('cases/:id/documents')
  @Requires('document.read')
  list(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string, @Query() query: DocumentQueryDto): Promise<DocumentPageDto> {
    return this.documents.list(actor, id, query);
  }

  /** Add a file, which is the body as it is. 200 with `isSame` where the case has this content already. */
  @Post('cases/:id/documents')
  @AcceptsFile()
  @Requires('document.write')
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @Query() query: UploadQueryDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UploadedDocumentDto> {
    return answered(response, await this.uploads.add(actor, id, query, request));
  }

  /** One document with all its versions. */
  @Get('documents/:id')
  @Requires('document.read')
  read(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string): Promise<DocumentDto> {
    return this.documents.one(actor, id);
  }

  /** Add a newer version: the file is the body as it is. 200 with `isSame` where the newest one has this content. */
  @Post('documents/:id/versions')
  @AcceptsFile()
  @Requires('document.write')
  async addVersion(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @IfMatch() version: number,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<UploadedDocumentDto> {
    return answered(response, await this.uploads.addVersion(actor, id, version, request));
  }

  /** The content of one version, as a file to save or, where the program can show it, to look at. */
  @Get('documents/:id/versions/:number/content')
  @Requires('document.read')
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async content(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @Param('number', ParseIntPipe) number: number,
    @Query() { inline }: ContentQueryDto,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const { name, kind, size, stream } = await this.documents.content(actor, id, number);
    if (inline && !PREVIEW_KINDS.includes(kind)) {
      stream.destroy();
      throw new DomainError('rule', 'document.noPreview', { kind });
    }
    // Whatever is inside: opened by itself it runs nothing and reaches nothing of ours.
    response.setHeader('Content-Security-Policy', "sandbox; default-src 'none'");
    return new StreamableFile(stream, {
      type: FILE_KIND_FACTS[kind].type,
      disposition: contentDisposition(inline ? 'inline' : 'attachment', fileName(name, kind)),
      length: size,
    });
  }

  /** Rename it, or say who reads it. */
  @Patch('documents/:id')
  @Requires('document.write')
  change(
    @CurrentActor() actor: Actor,
    @Param('id', ParseId) id: string,
    @IfMatch() version: number,
    @Body() input: ChangeDocumentDto,
  ): Promise<DocumentDto> {
    return this.documents.change(actor, id, version, input);
  }

  /** Put it into the bin, where it can be taken back for 30 days. */
  @Delete('documents/:id')
  @HttpCode(204)
  @Requires('document.write')
  bin(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string, @IfMatch() version: number): Promise<void> {
    return this.documents.bin(actor, id, version);
  }

  /** Take it back from the bin. */
  @Post('documents/:id/restore')
  @HttpCode(200)
  @Requires('document.write')
  restore(@CurrentActor() actor: Actor, @Param('id', ParseId) id: string, @IfMatch() version: number): Promise<DocumentDto> {
    return this.documents.restore(actor, id, version);
  }
}

function answered(response: Response, document: UploadedDocumentDto): UploadedDocumentDto {
  if (document.isSame) response.status(200);
  return document;
}
