import { ArrayMaxSize, ArrayUnique, IsArray, IsUUID } from 'class-validator';

/** Somebody who reads a confidential company. */
export class CompanyTeamMemberDto {
  id!: string;
  /** First and last name. */
  name!: string;
}

/**
 * Who reads a confidential company. 404 `person.notFound` for anybody who is not active in the own organisation as officer, liaison or
 * manager; 422 `company.teamWithoutYou` when whoever sends it would not be able to read the company any more; 409
 * `company.notConfidential` after its release.
 */
export class SetCompanyTeamDto {
  /** Ids of people; the list replaces the old one. */
  @IsArray()
  @ArrayMaxSize(50)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  members!: string[];
}
