import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Readable } from 'node:stream';
import { caseActor } from '@lotse/cases/api';
import { AccessChecks, AppConfig, Database, DomainError, Storage, StoredFiles } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import { EXPOSE_KINDS, type DistributionDto, type ExposeKind } from '@lotse/distributions/contract';
import { readableAnswer, readableDistribution, readableLead } from './distribution-access';
import { DistributionsService } from './distributions.service';

/** An exposé on its way to the reader. */
export interface ExposeContent {
  name: string;
  kind: ExposeKind;
  size: number;
  stream: Readable;
}

/** The file that goes with an offer, sealed like the offer itself. */
@Injectable()
export class Exposes {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
    private readonly storage: Storage,
    private readonly files: StoredFiles,
    private readonly config: AppConfig,
    private readonly distributions: DistributionsService,
  ) {}

  /**
   * Keeps the file with the own offer, in place of a former one. State and time are asked before it is read, and by the database
   * once it is there.
   * @throws distribution.notFound, .notAsked, .ended, .over, .noOffer, file.tooLarge, .empty, .kindNotAllowed
   */
  async put(actor: Actor, id: string, name: string, request: Request): Promise<DistributionDto> {
    const before = await this.distributions.one(actor, id);
    if (this.checks.enabled) refuseInVain(before);
    const limit = this.config.storage.uploadLimit;
    const announced = Number(request.headers['content-length'] ?? 0);
    const file = await this.storage.put(request, { limit, announced, kinds: EXPOSE_KINDS });
    return this.db.as(actor, async (tx) => {
      await this.distributions.read(tx, actor, id);
      await this.files.keep(tx, file);
      await tx.query('select put_expose($1, $2, $3, $4, $5)', [id, file.hash, name.trim(), file.size, file.kind]);
      return this.distributions.read(tx, actor, id);
    });
  }

  /** Of an organisation that was asked; the own one at any time, for the lead once nothing is sealed. @throws distribution.exposeNotFound */
  async content(actor: Actor, id: string, organisationId: string): Promise<ExposeContent> {
    const [row] = await this.db.as(actor, (tx) =>
      tx.query<{ name: string; kind: ExposeKind; size: string; hash: string }[]>(
        `select e.name, e.kind, e.size, e.hash from distribution_exposes e
         join distributions d on d.id = e.distribution_id and ${readableDistribution('d')}
         left join distribution_cases k on k.distribution_id = d.id and ${readableLead('k', 'd')}
         where e.distribution_id = $5 and e.organisation_id = $6 and ${readableAnswer('e', 'k')}`,
        [...caseActor(actor, this.checks), id, organisationId],
      ),
    );
    if (!row) throw new DomainError('notFound', 'distribution.exposeNotFound');
    return { name: row.name, kind: row.kind, size: Number(row.size), stream: await this.storage.open(row.hash) };
  }
}

/** What the database would refuse anyway is not read to its end. */
function refuseInVain({ isReceiver, ownAnswer, state, endedAt, endedByName, timeLeft, dueAt }: DistributionDto): void {
  if (!isReceiver) throw new DomainError('forbidden', 'distribution.notAsked');
  if (state !== 'RUNNING') throw new DomainError('conflict', 'distribution.ended', { state, endedAt, endedBy: endedByName });
  if (timeLeft?.over) throw new DomainError('conflict', 'distribution.over', { dueAt, state, answered: ownAnswer !== null });
  if (ownAnswer?.answer !== 'OFFER') throw new DomainError('rule', 'distribution.noOffer');
}
