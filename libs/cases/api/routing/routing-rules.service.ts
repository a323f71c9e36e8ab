import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type {
  CaseType,
  ChangeRoutingRuleDto,
  CreateRoutingRuleDto,
  OrganisationKind,
  RoutingReceiver,
  RoutingRuleDto,
  RoutingRulesDto,
} from '@lotse/cases/contract';
import { type Actor, checkVersion, Database, DomainError } from '@lotse/shared/api';

interface Row {
  id: string;
  position: number;
  name: string;
  why: string;
  case_type: CaseType | null;
  ags: string | null;
  topic: string | null;
  organisation_kind: OrganisationKind | null;
  receiver: RoutingReceiver;
  receiver_org: string | null;
  is_active: boolean;
  version: number;
}

const COLUMNS = `id, position, name, why, case_type, ags, topic, organisation_kind, receiver, receiver_org, is_active, version`;

/** The rules of the region. Administrators of its intake organisation keep them; the others read them. */
@Injectable()
export class RoutingRules {
  constructor(private readonly db: Database) {}

  list(actor: Actor): Promise<RoutingRulesDto> {
    return this.db.as(actor, async (tx) => {
      const rows = await tx.query<Row[]>(`select ${COLUMNS} from routing_rules where region_id = $1 order by position, id`, [
        actor.regionId,
      ]);
      const [keeper] = await tx.query<{ name: string | null; may_change: boolean }[]>(
        `select (select o.name from organisations o where o.id = (routing_basis($1, '') ->> 'intakeOrganisationId')::uuid) as name,
           keeps_routing_rules() as may_change`,
        [actor.regionId],
      );
      return {
        items: rows.map(toDto),
        total: rows.length,
        mayChange: keeper?.may_change ?? false,
        intakeOrganisationName: keeper?.name ?? null,
      };
    });
  }

  create(actor: Actor, input: CreateRoutingRuleDto): Promise<RoutingRuleDto> {
    return this.db.as(actor, async (tx) => {
      const [made] = await tx.query<{ id: string }[]>('select new_id() as id');
      const id = made?.id ?? '';
      await tx.query('select save_routing_rule($1, null, $2)', [id, JSON.stringify(stored(merged(undefined, input)))]);
      return this.one(tx, actor, id);
    });
  }

  /** @throws DomainError 412 `stale` with the stored rule */
  change(actor: Actor, id: string, version: number, input: ChangeRoutingRuleDto): Promise<RoutingRuleDto> {
    return this.db.as(actor, async (tx) => {
      const current = await this.one(tx, actor, id);
      checkVersion(current.version, version, current);
      await tx.query('select save_routing_rule($1, $2, $3)', [id, version, JSON.stringify(stored(merged(current, input)))]);
      return this.one(tx, actor, id);
    });
  }

  private async one(tx: EntityManager, actor: Actor, id: string): Promise<RoutingRuleDto> {
    const [row] = await tx.query<Row[]>(`select ${COLUMNS} from routing_rules where region_id = $1 and id = $2`, [actor.regionId, id]);
    if (!row) throw new DomainError('notFound', 'routing.notFound');
    return toDto(row);
  }
}

type Fields = Omit<RoutingRuleDto, 'id' | 'version' | 'position'> & { position: number | null };

/** The rule as it will be; fields left out stay. */
function merged(current: RoutingRuleDto | undefined, input: ChangeRoutingRuleDto): Fields {
  const kept = <K extends keyof ChangeRoutingRuleDto & keyof RoutingRuleDto, T>(key: K, otherwise: T) =>
    input[key] !== undefined ? input[key] : (current?.[key] ?? otherwise);
  return {
    name: input.name ?? current?.name ?? '',
    why: input.why ?? current?.why ?? '',
    caseType: kept('caseType', null) as CaseType | null,
    ags: kept('ags', null) as string | null,
    topic: kept('topic', null) as string | null,
    organisationKind: kept('organisationKind', null) as OrganisationKind | null,
    receiver: input.receiver ?? current?.receiver ?? 'MUNICIPALITY_OF_PLACE',
    receiverOrganisationId: kept('receiverOrganisationId', null) as string | null,
    active: input.active ?? current?.active ?? true,
    position: input.position ?? null,
  };
}

/** A rule names one organisation, or leaves it out because it means a kind or a place. */
function stored(rule: Fields): Fields {
  if (rule.receiver !== 'ORGANISATION') return { ...rule, receiverOrganisationId: null };
  if (!rule.receiverOrganisationId) throw DomainError.field('/receiverOrganisationId', 'required');
  return rule;
}

const toDto = (row: Row): RoutingRuleDto => ({
  id: row.id,
  position: row.position,
  name: row.name,
  why: row.why,
  caseType: row.case_type,
  ags: row.ags,
  topic: row.topic,
  organisationKind: row.organisation_kind,
  receiver: row.receiver,
  receiverOrganisationId: row.receiver_org,
  active: row.is_active,
  version: row.version,
});
