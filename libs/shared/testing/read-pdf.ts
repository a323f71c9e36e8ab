import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a reading program finds in a PDF. */
export interface ReadPdf {
  title: string;
  language: string | null;
  marked: boolean;
  pages: number;
  /** Roles of the structure tree over all pages: `Document(H1 P Table(TR(TH TD)))`. */
  structure: string;
  /** Texts inside the structure, in reading order. */
  texts: string[];
  /** Every text, the foot of the pages included. */
  all: string;
  /** The bytes, as far as they are letters. */
  raw: string;
}

interface Node {
  role?: string;
  type?: string;
  id?: string;
  children?: Node[];
}

/** Reads a PDF as assistive technology does: by its structure tree. */
export async function readPdf(bytes: Buffer): Promise<ReadPdf> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const { info } = await pdf.getMetadata();
  const facts = info as { Title?: string; Language?: string };
  const [roles, texts, all]: [string[], string[], string[]] = [[], [], []];
  for (let n = 1; n <= pdf.numPages; n++) {
    const page = await pdf.getPage(n);
    const tree = (await page.getStructTree()) as Node | null;
    const marked = await markedTexts(page);
    all.push(...marked.all);
    for (const root of tree?.children ?? []) {
      roles.push(...(root.children ?? []).map(roleOf));
      collect(root, (id) => texts.push(marked.byId.get(id) ?? ''));
    }
  }
  const { numPages } = pdf;
  await task.destroy();
  return {
    title: facts.Title ?? '',
    language: facts.Language ?? null,
    marked: bytes.includes('/Marked true'),
    pages: numPages,
    structure: `Document(${roles.join(' ')})`,
    texts: texts.map((text) => text.trim()).filter((text) => text !== ''),
    all: all.join('\n'),
    raw: bytes.toString('latin1'),
  };
}

function roleOf({ role = '', children = [] }: Node): string {
  const inner = children.filter((child) => child.role).map(roleOf);
  return inner.length ? `${role}(${inner.join(' ')})` : role;
}

function collect({ children = [] }: Node, take: (id: string) => void): void {
  for (const child of children) {
    if (child.type === 'content' && child.id) take(child.id);
    else collect(child, take);
  }
}

/** Texts by the id of the marked content they stand in. */
async function markedTexts(page: {
  getTextContent(options: object): Promise<{ items: object[] }>;
}): Promise<{ byId: Map<string, string>; all: string[] }> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const byId = new Map<string, string>();
  const all: string[] = [];
  const open: (string | undefined)[] = [];
  for (const item of items as { type?: string; id?: string; str?: string }[]) {
    if (item.type?.startsWith('beginMarkedContent')) open.push(item.id);
    else if (item.type === 'endMarkedContent') open.pop();
    else if (item.str) {
      all.push(item.str);
      const id = open.findLast((one) => one !== undefined);
      if (id) byId.set(id, (byId.get(id) ?? '') + item.str);
    }
  }
  return { byId, all };
}
