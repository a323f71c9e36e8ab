import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type CaseType,
  type OrganisationKind,
  type RoutingBasis,
  routingFacts,
  type RoutingQuestion,
  type RoutingSuggestionQueryDto,
  type RoutingSuggestionsDto,
  ruleFits,
  suggestReceivers,
} from '@lotse/cases/contract';
import { AccessChecks, type Actor, Database, DomainError, prepared } from '@lotse/shared/api';
import { caseActor, readableCase, readableSection } from '../case-access';

interface CaseRow {
  type: CaseType;
  postal_code: string | null;
  place: string | null;
  ags: string | null;
  topic: string | null;
  /** Places of a move that may not learn of it yet. */
  untold: string[];
}

/** Where a case lies: what an enquiry said, else the main establishment of its company. */
const PLACE_OF_CASE = `select c.type, coalesce(c.postal_code, e.postal_code) as postal_code,
    case when c.postal_code is null then e.place else c.place end as place, case when c.postal_code is null then e.ags end as ags,
    s.content ->> 'topic' as topic, case when c.type <> 'RELOCATION' or exists (select from relocation_releases r where r.case_id = c.id
      and r.withdrawn_at is null) then '{}' else array(select m.organisation_id from municipalities m
      where m.ags in (s.content ->> 'fromMunicipality', s.content ->> 'toMunicipality') and m.organisation_id <> $1) end as untold
  from service_cases c join case_sections s on s.case_id = c.id and s.section = 'MASTER' and ${readableSection('s')}
  left join lateral (select postal_code, place, ags from establishments where company_id = c.company_id
    order by is_main desc, created_at, id limit 1) e on true
  where c.id = $5 and ${readableCase('c')}`;

/** Suggests who is responsible, by the rules of the region, and says why. It routes nothing. */
@Injectable()
export class RoutingService {
  constructor(
    private readonly db: Database,
    private readonly checks: AccessChecks,
  ) {}

  suggest(actor: Actor, query: RoutingSuggestionQueryDto): Promise<RoutingSuggestionsDto> {
    return this.db.as(actor, (tx) => this.answer(tx, actor, query));
  }

  /** For a case, by its type and the place it is about; never a place of a move before its release. @throws DomainError 404 unless the person reads its key facts */
  forCase(actor: Actor, id: string): Promise<RoutingSuggestionsDto> {
    return this.db.as(actor, async (tx) => {
      const [row] = await prepared<CaseRow>(tx, PLACE_OF_CASE, [...caseActor(actor, this.checks), id]);
      if (!row) throw new DomainError('notFound', 'case.notFound');
      const found = await this.answer(tx, actor, {
        caseType: row.type,
        postalCode: row.postal_code,
        place: row.place,
        ags: row.ags,
        topic: row.topic,
      });
      const items = found.items.filter(({ organisationId }) => !row.untold.includes(organisationId));
      return { ...found, items, total: items.length };
    });
  }

  private async answer(tx: EntityManager, actor: Actor, question: RoutingQuestion): Promise<RoutingSuggestionsDto> {
    const basis = await basisOf(tx, actor.regionId, question.postalCode ?? '');
    const organisationKind: OrganisationKind | null = basis.organisations.find(({ id }) => id === actor.organisationId)?.kind ?? null;
    const facts = routingFacts(basis, { ...question, organisationKind });
    const { items, ambiguous } = suggestReceivers(basis.rules, facts);
    const topics = basis.rules.filter((rule) => rule.topic && ruleFits({ ...rule, topic: null }, facts)).map(({ topic }) => topic ?? '');
    return { items, total: items.length, ambiguous, topics: [...new Set(topics)] };
  }
}

async function basisOf(tx: EntityManager, regionId: string, postalCode: string): Promise<RoutingBasis> {
  const [row] = await prepared<{ basis: RoutingBasis | null }>(tx, 'select routing_basis($1, $2) as basis', [regionId, postalCode]);
  return row?.basis ?? { intakeOrganisationId: null, organisations: [], rules: [], places: [] };
}
