import { IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { HasWords, OneLine } from '@lotse/shared/dto';

/** What is said of an exposé besides its content, which is the body. */
export class ExposeQueryDto {
  /** Name of the file. */
  @IsNotEmpty()
  @IsString()
  @HasWords()
  @OneLine()
  @MaxLength(200)
  name!: string;
}

/** Whose exposé is asked for. */
export class ExposeContentQueryDto {
  /** One of those asked; the own organisation without it. */
  @IsOptional()
  @IsUUID()
  organisationId?: string;
}
