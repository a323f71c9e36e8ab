import { ValidateBy } from 'class-validator';
import { hasWords, isAllVisible, isManyLines, isOneLine } from './text';

/** A rule about a text, by the code it is refused with; what is no text is left to `IsString`. */
const rule = (name: string, holds: (text: string) => boolean): PropertyDecorator =>
  ValidateBy({ name, validator: { validate: (value) => typeof value !== 'string' || holds(value) } });

/** At least one character that can be seen, or `isNotEmpty`. */
export const HasWords = (): PropertyDecorator => rule('isNotEmpty', hasWords);

/**
 * A name, a title, a street: no line break, no control character and nothing that shows a text in another order than it is stored, or
 * `invalidCharacter`; not only blanks and invisible characters, or `isNotEmpty`. Whether it may be empty is for `Length` to say.
 */
export const OneLine = (): PropertyDecorator => (target, property) => {
  rule('isNotEmpty', (text) => text === '' || hasWords(text))(target, property);
  rule('invalidCharacter', isOneLine)(target, property);
};

/** A note or comment: as `OneLine`, but lines may be broken and there may be nothing to see. */
export const ManyLines = (): PropertyDecorator => rule('invalidCharacter', isManyLines);

/** Together with `IsEmail`, under the same code: no quoted name before the `@`, which may hold anything, and nothing that cannot be seen. */
export const PlainAddress = (): PropertyDecorator => rule('isEmail', (text) => !text.includes('"') && isAllVisible(text));
