import { Injectable } from '@nestjs/common';
import type {
  AssignOfficerDto,
  CaseDto,
  MoveCaseDto,
  SetConfidentialDto,
  SetSectionLevelDto,
  SetNextStepDto,
  SetTeamDto,
} from '@lotse/cases/contract';
import { type Actor, DomainError } from '@lotse/shared/api';
import type { ProblemError } from '@lotse/shared/contract';
import { CaseChanges } from './case-changes';
import { UndoService } from './undo.service';

interface Versioned {
  version: number;
}

/** Status, officer, next step, team and confidentiality: each is one function of the database that locks, checks and writes the event. */
@Injectable()
export class CaseActions {
  constructor(
    private readonly changes: CaseChanges,
    private readonly undo: UndoService,
  ) {}

  move(actor: Actor, id: string, version: number, input: MoveCaseDto): Promise<CaseDto> {
    refuseContradiction(input);
    return this.changes.change(actor, id, version, async (tx) => {
      const undoId = await this.undo.open(tx);
      const [row] = await tx.query<Versioned[]>('select set_case_status($1, $2, $3, $4, $5) as version', [
        id,
        version,
        input.status,
        input.waitingFor ?? null,
        input.outcome ?? null,
      ]);
      return { ...row, undoId, status: input.status };
    });
  }

  assign(actor: Actor, id: string, version: number, { officerId }: AssignOfficerDto): Promise<CaseDto> {
    return this.changes.change(actor, id, version, async (tx, current) => {
      if (current.officerId === officerId.toLowerCase()) return {};
      const undoId = await this.undo.open(tx);
      const [row] = await tx.query<Versioned[]>('select assign_officer($1, $2, $3) as version', [id, version, officerId]);
      const [person] = await tx.query<{ name: string }[]>('select name from users where id = $1', [officerId]);
      return { ...row, undoId, officerId, officerName: person?.name ?? null };
    });
  }

  setNextStep(actor: Actor, id: string, version: number, input: SetNextStepDto): Promise<CaseDto> {
    const nextStep = input.nextStep ?? null;
    const nextStepOn = input.nextStepOn ?? null;
    const noStepNeeded = input.noneNeeded === true;
    if (noStepNeeded && (nextStep || nextStepOn)) throw contradiction();
    return this.changes.change(actor, id, version, async (tx, current) => {
      if (current.nextStep === nextStep && current.nextStepOn === nextStepOn && current.noStepNeeded === noStepNeeded) return {};
      const undoId = await this.undo.open(tx);
      const [row] = await tx.query<Versioned[]>('select set_next_step($1, $2, $3, $4, $5) as version', [
        id,
        version,
        nextStep,
        nextStepOn,
        noStepNeeded,
      ]);
      return { ...row, undoId, nextStep, nextStepOn, noStepNeeded };
    });
  }

  setTeam(actor: Actor, id: string, version: number, { members }: SetTeamDto): Promise<CaseDto> {
    return this.changes.change(actor, id, version, async (tx, current) => {
      const [row] = await tx.query<Versioned[]>('select set_case_team($1, $2, $3) as version', [id, version, members]);
      const wanted = new Set(members.map((member) => member.toLowerCase()));
      return { ...row, team: current.team.filter((person) => wanted.has(person.id)) };
    });
  }

  setConfidential(actor: Actor, id: string, version: number, { confidential }: SetConfidentialDto): Promise<CaseDto> {
    return this.changes.change(actor, id, version, async (tx, current) => {
      if (current.confidential === confidential) return {};
      const [row] = await tx.query<Versioned[]>('select set_confidential($1, $2, $3) as version', [id, version, confidential]);
      return { ...row, confidential };
    });
  }

  setSectionLevel(actor: Actor, id: string, version: number, { section, level }: SetSectionLevelDto): Promise<CaseDto> {
    return this.changes.change(actor, id, version, async (tx) => {
      const [row] = await tx.query<Versioned[]>('select set_section_level($1, $2, $3, $4) as version', [id, version, section, level]);
      return row ?? {};
    });
  }
}

/** A plan and "nothing needed" cannot both be meant. */
export const contradiction = (): DomainError =>
  new DomainError('invalid', 'validation', undefined, [{ pointer: '/noneNeeded', code: 'contradiction' }]);

/** `waitingFor` and `outcome` say something only of their own status: anything else is a mistake of the caller, not to be dropped in silence. */
function refuseContradiction({ status, waitingFor, outcome }: MoveCaseDto): void {
  const errors: ProblemError[] = [];
  if (status !== 'WAITING' && waitingFor) errors.push({ pointer: '/waitingFor', code: 'notWithStatus' });
  if (status !== 'CLOSED' && outcome) errors.push({ pointer: '/outcome', code: 'notWithStatus' });
  if (errors.length) throw new DomainError('invalid', 'validation', undefined, errors);
}
