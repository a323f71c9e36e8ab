import { Injectable } from '@nestjs/common';
import { Database } from '@lotse/shared/api';
import type { Actor } from '@lotse/shared/api';
import type { CaseSection } from '@lotse/cases/contract';
import { defaultPreset, PRESET_SECTIONS } from '@lotse/handovers/contract';
import type { HandoverDto, HandoverKind, OfferHandoverDto, RefuseHandoverDto, SharePreset } from '@lotse/handovers/contract';
import { Agreements } from './agreements/agreements.service';
import { dueFor } from './handover-calendar';
import { HandoversService } from './handovers.service';

/** Which sections an offer shares: the ones named, or those of the preset; MASTER always. */
export function sharedSections(kind: HandoverKind, sections?: readonly CaseSection[], preset?: SharePreset): CaseSection[] {
  return [...new Set<CaseSection>(['MASTER', ...(sections ?? PRESET_SECTIONS[preset ?? defaultPreset(kind)])])];
}

/** Making an offer, and the offer that would return a case. The database checks owner and state under its lock. */
@Injectable()
export class HandoverOffers {
  constructor(
    private readonly db: Database,
    private readonly handovers: HandoversService,
    private readonly agreements: Agreements,
  ) {}

  /** @throws case.notFound, person.notFound, organisation.notFound, handover.toSelf, handover.caseClosed, handover.transferOpen, handover.alreadyShared */
  offer(actor: Actor, caseId: string, input: OfferHandoverDto): Promise<HandoverDto> {
    const sections = sharedSections(input.kind, input.sections, input.preset);
    return this.db.as(actor, async (tx) => {
      const { toOrganisationId, agreementId: named, agreement: given, basisReason: words } = input;
      const agreementId =
        input.basis === 'CONSENT'
          ? await this.agreements.choose(tx, { caseId, toOrganisationId, sections }, { agreementId: named, given, words })
          : undefined;
      const due = await dueFor(tx, input.toOrganisationId);
      const [made] = await tx.query<{ id: string }[]>('select offer_handover(new_id(), $1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as id', [
        caseId,
        input.toOrganisationId,
        input.kind,
        input.basis ?? 'TASK',
        input.basisReason ?? null,
        input.reasonCode,
        input.note,
        sections,
        due.dueOn,
        due.dueAt,
      ]);
      const id = made?.id ?? '';
      if (agreementId) await this.agreements.underlie(tx, id, agreementId);
      return this.handovers.naming(tx, actor, id, input.mentions);
    });
  }

  /** Offers the case back to its former owner; answers the new offer, which names the transfer in `returnOf`. */
  giveBack(actor: Actor, id: string, input: RefuseHandoverDto): Promise<HandoverDto> {
    return this.db.as(actor, async (tx) => {
      const { fromOrganisationId } = await this.handovers.read(tx, actor, id);
      const due = await dueFor(tx, fromOrganisationId);
      const [made] = await tx.query<{ id: string }[]>('select return_handover(new_id(), $1, $2, $3, $4, $5) as id', [
        id,
        input.reasonCode,
        input.note,
        due.dueOn,
        due.dueAt,
      ]);
      return this.handovers.read(tx, actor, made?.id ?? '');
    });
  }
}
