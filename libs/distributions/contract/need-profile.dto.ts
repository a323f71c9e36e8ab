import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, ValidateBy, type ValidationArguments } from 'class-validator';
import { USE_CLASSES } from '@lotse/cases/contract';
import { IsDay, ManyLines } from '@lotse/shared/dto';
import {
  AREA_MAX,
  DISTRIBUTION_NOTE_MAX,
  NEED_TENURES,
  NEED_TRANSPORTS,
  type NeedTenure,
  type NeedTransport,
  type UseClass,
} from './distribution';

/** The most is not less than the least, or `belowMinimum`. */
const NotBelowLeast = (): PropertyDecorator =>
  ValidateBy({
    name: 'belowMinimum',
    validator: {
      validate: (value, args?: ValidationArguments) => {
        const least = (args?.object as NeedProfileDto | undefined)?.areaMin;
        return typeof value !== 'number' || typeof least !== 'number' || value >= least;
      },
    },
  });

/**
 * What a company needs, as it is told to the organisations asked. It holds no field for the company: neither its name nor the
 * case goes along. Everything may stay empty.
 */
export class NeedProfileDto {
  /** Least area in square metres. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(AREA_MAX)
  areaMin?: number;

  /** Most area in square metres; not below `areaMin`. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(AREA_MAX)
  @NotBelowLeast()
  areaMax?: number;

  /** Use class of the Baunutzungsverordnung: GE § 8, GI § 9, MI § 6, SO §§ 10–11. */
  @IsOptional()
  @IsIn(USE_CLASSES)
  useClass?: UseClass;

  /** Rent, purchase or leasehold; OPEN: either. */
  @IsOptional()
  @IsIn(NEED_TENURES)
  tenure?: NeedTenure;

  /** Electrical connection in kilowatts. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1_000_000)
  powerKw?: number;

  /** What the site has to be near to. */
  @IsOptional()
  @IsIn(NEED_TRANSPORTS)
  transport?: NeedTransport;

  /** Last day on which the company wants to move in (ISO date). */
  @IsOptional()
  @IsDay()
  moveInBy?: string;

  /** Jobs the company plans at the site. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100_000)
  jobs?: number;

  /** What else matters, in words. Whoever writes here must not give the company away. */
  @IsOptional()
  @IsString()
  @ManyLines()
  @MaxLength(DISTRIBUTION_NOTE_MAX)
  words?: string;
}
