import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import type { ProblemError } from '@lotse/shared/contract';
import type { ValidationError } from 'class-validator';
import { DomainError } from '../errors/domain-error';
import { pointer } from './pointer';

/** Checks body and query against their classes: every fault at once, unknown fields refused. */
@Injectable()
export class InputPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      exceptionFactory: (errors) => new DomainError('invalid', 'validation', undefined, faults(errors, '')),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body' && Array.isArray(value)) throw DomainError.field('', 'isObject');
    return super.transform(value, metadata);
  }
}

/** Faults of nested objects too, by the name of the validator that found them. */
function faults(errors: ValidationError[], parent: string): ProblemError[] {
  return errors.flatMap(({ property, constraints, children }) => {
    const path = pointer(parent, property);
    const own = Object.keys(constraints ?? {}).map((code) => ({
      pointer: path,
      code: code === 'whitelistValidation' ? 'unknownField' : code,
    }));
    return [...own, ...faults(children ?? [], path)];
  });
}
