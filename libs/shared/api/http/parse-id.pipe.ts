import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { DomainError } from '../errors/domain-error';
import { pointer } from './pointer';

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i;

/** `@Param('id', ParseId)`: anything that cannot be an id is refused before the database is asked. */
@Injectable()
export class ParseId implements PipeTransform<unknown, string> {
  transform(value: unknown, metadata: ArgumentMetadata): string {
    if (typeof value !== 'string' || !uuid.test(value)) throw DomainError.field(pointer('', metadata.data ?? 'id'), 'isUuid');
    return value.toLowerCase();
  }
}
