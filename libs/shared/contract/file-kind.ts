/** What a stored file is by its content; neither its name nor what the sender says of it counts. */
export const FILE_KINDS = ['PDF', 'PNG', 'JPEG', 'WEBP', 'TIFF', 'DOCX', 'XLSX', 'PPTX', 'ODT', 'ODS', 'TEXT'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

interface KindFacts {
  /** Content type it is served with. */
  type: string;
  /** How a name of this kind may end; the first is added to a name that ends otherwise. */
  endings: readonly string[];
}

const office = 'application/vnd.openxmlformats-officedocument';

/** Facts of every kind. Text is served as plain text whatever language it is written in. */
export const FILE_KIND_FACTS: Record<FileKind, KindFacts> = {
  PDF: { type: 'application/pdf', endings: ['pdf'] },
  PNG: { type: 'image/png', endings: ['png'] },
  JPEG: { type: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  WEBP: { type: 'image/webp', endings: ['webp'] },
  TIFF: { type: 'image/tiff', endings: ['tif', 'tiff'] },
  DOCX: { type: `${office}.wordprocessingml.document`, endings: ['docx'] },
  XLSX: { type: `${office}.spreadsheetml.sheet`, endings: ['xlsx'] },
  PPTX: { type: `${office}.presentationml.presentation`, endings: ['pptx'] },
  ODT: { type: 'application/vnd.oasis.opendocument.text', endings: ['odt'] },
  ODS: { type: 'application/vnd.oasis.opendocument.spreadsheet', endings: ['ods'] },
  TEXT: { type: 'text/plain; charset=utf-8', endings: ['txt', 'csv', 'tsv', 'md', 'log', 'json', 'ics', 'vcf'] },
};

/** Kinds the program shows itself, without another program on the reader's machine. */
export const PREVIEW_KINDS: readonly FileKind[] = ['PDF', 'PNG', 'JPEG'];

/** A name to save a file of this kind under: one that ends otherwise gets an ending that tells what is inside. */
export function fileName(name: string, kind: FileKind): string {
  const { endings } = FILE_KIND_FACTS[kind];
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase();
  return ending !== undefined && endings.includes(ending) ? name : `${name}.${endings[0]}`;
}
