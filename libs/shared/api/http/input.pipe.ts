import { type ArgumentMetadata, Injectable, ValidationPipe, type ValidationPipeOptions } from '@nestjs/common';
import { FORM, type ProblemError } from '@lotse/shared/contract';
import type { ValidationError } from 'class-validator';
import { DomainError } from '../errors/domain-error';
import { isFormBody } from './body';
import { pointer } from './pointer';

const OPTIONS: ValidationPipeOptions = {
  whitelist: true,
  forbidNonWhitelisted: true,
  transform: true,
  exceptionFactory: (errors) => new DomainError('invalid', 'validation', undefined, faults(errors, '')),
};

/** Checks body and query against their classes: every faulty field at once, each with one code, unknown fields refused. */
@Injectable()
export class InputPipe extends ValidationPipe {
  readonly #ofForms = new ValidationPipe({ ...OPTIONS, transformOptions: { groups: [FORM] } });

  constructor() {
    super(OPTIONS);
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body' && Array.isArray(value)) throw DomainError.field('', 'isObject');
    if (metadata.type === 'body' && isFormBody(value)) return this.#ofForms.transform(value, metadata);
    return super.transform(value, metadata);
  }
}

/** Faults of nested objects too, by the name of the validator that found them. */
function faults(errors: ValidationError[], parent: string): ProblemError[] {
  return errors.flatMap((error) => {
    const path = pointer(parent, error.property);
    const code = codeOf(error);
    return [...(code === undefined ? [] : [{ pointer: path, code }]), ...faults(error.children ?? [], path)];
  });
}

/** One code per field: that it is missing, else the rule written first; what kind of value it is stands above how long it may be. */
function codeOf({ constraints, value }: ValidationError): string | undefined {
  const codes = Object.keys(constraints ?? {}).reverse(); // decorators are applied from the last to the first
  if (codes.includes('whitelistValidation')) return 'unknownField';
  if (codes.length && (value === undefined || value === null)) return 'required';
  return codes.find((code) => code !== 'nestedValidation') ?? codes[0];
}
