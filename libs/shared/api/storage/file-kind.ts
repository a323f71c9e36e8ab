import type { FileKind } from '@lotse/shared/contract';
import { FILE_KIND_FACTS, FILE_KINDS } from '@lotse/shared/contract';
import { fileTypeFromFile } from 'file-type';

/** Recognised by the library, yet nothing but text. */
const TEXT_TYPES = ['application/xml', 'text/calendar', 'text/vcard'];
const KIND_OF = new Map(FILE_KINDS.filter((kind) => kind !== 'TEXT').map((kind) => [FILE_KIND_FACTS[kind].type, kind]));

/**
 * What a file is by its first bytes and, where a format is a packed folder, by what lies in it. Undefined when it is no kind we keep:
 * programs, archives, office files with macros.
 * @param isText what `TextSniffer` found in all of the content
 */
export async function kindOfFile(path: string, isText: boolean): Promise<FileKind | undefined> {
  const found = await fileTypeFromFile(path).catch(() => undefined);
  if (found && !TEXT_TYPES.includes(found.mime)) return KIND_OF.get(found.mime);
  return isText ? 'TEXT' : undefined;
}
