import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from './page';

/** Which page of a list; the filters of a list extend it. */
export class PageQueryDto {
  /** Number of the page, from 1. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  page?: number = 1;

  /** Rows per page, at most 200. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MAX_PAGE_SIZE)
  size?: number = DEFAULT_PAGE_SIZE;
}

/** `limit` and `offset` of a page, for SQL. */
export function pageRange(query: PageQueryDto): { limit: number; offset: number } {
  const limit = query.size ?? DEFAULT_PAGE_SIZE;
  return { limit, offset: ((query.page ?? 1) - 1) * limit };
}
