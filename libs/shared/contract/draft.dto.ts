import { IsObject } from 'class-validator';

/** What somebody typed and did not send yet. Only they see it, in the organisation they acted for. */
export class DraftDto {
  /** What is written, and of which record: `case:<id>:note`. Says nothing of the record itself. */
  key!: string;
  /** The fields of the form as they were typed; null when there is no draft. */
  content!: Record<string, unknown> | null;
  /** ISO date and time of the last change; null when there is no draft. */
  updatedAt!: string | null;
}

export class DraftListDto {
  /** The latest first. */
  items!: DraftDto[];
  total!: number;
}

export class KeepDraftDto {
  /** The fields of the form as they are typed; at most 64 KB as JSON. */
  @IsObject()
  content!: Record<string, unknown>;
}
