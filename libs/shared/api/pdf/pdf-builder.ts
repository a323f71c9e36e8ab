import PDFDocument from 'pdfkit';
import type { PdfFonts } from './fonts';

type Structure = PDFKit.PDFStructureElement;

/** Title, language and the line at the foot of every page. */
export interface PdfFacts {
  title: string;
  /** BCP 47, e.g. `de-DE`. */
  language: string;
  author: string;
  footer: (page: number, pages: number) => string;
}

const MARGIN = 56;
const FOOT = 40;
const INK = '#171a1c';
const QUIET = '#4a5055';
const SIZES = { 1: 22, 2: 15, 3: 12 } as const;

/**
 * A tagged PDF (PDF/UA-1) from simple parts, read by screen readers in the order in which they are added: headings, paragraphs,
 * lists, tables with marked heads. Fonts are embedded; the foot of a page is decoration and stands outside the structure.
 */
export class PdfBuilder {
  private readonly pdf: PDFKit.PDFDocument;
  private readonly root: Structure;
  private readonly chunks: Buffer[] = [];

  constructor(
    fonts: PdfFonts,
    private readonly facts: PdfFacts,
  ) {
    const options = { subset: 'PDF/UA', font: fonts.regular };
    this.pdf = new PDFDocument({
      size: 'A4',
      margins: { top: MARGIN, bottom: MARGIN + FOOT, left: MARGIN, right: MARGIN },
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: facts.language,
      info: { Title: facts.title, Author: facts.author },
      ...(options as unknown as Pick<PDFKit.PDFDocumentOptions, 'subset' | 'font'>),
    });
    this.pdf.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    this.pdf.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
    this.root = this.pdf.struct('Document');
    this.pdf.addStructure(this.root);
  }

  heading(level: 1 | 2 | 3, text: string): this {
    this.room(SIZES[level] * 4);
    if (level > 1) this.pdf.moveDown(0.8);
    this.add(`H${level}`, () => this.font('bold', SIZES[level]).text(text, MARGIN));
    this.pdf.moveDown(0.35);
    return this;
  }

  paragraph(text: string, look: 'plain' | 'quiet' = 'plain'): this {
    this.add('P', () => this.font('regular', 11, look === 'quiet' ? QUIET : INK).text(text, MARGIN, undefined, { lineGap: 2 }));
    this.pdf.moveDown(0.5);
    return this;
  }

  list(items: readonly string[]): this {
    const list = this.pdf.struct('L');
    this.root.add(list);
    for (const item of items) {
      const line = this.pdf.struct('LI');
      list.add(line);
      const label = this.pdf.struct('Lbl', {}, () => void this.font('regular', 11).text('•', MARGIN, undefined, { lineBreak: false }));
      line.add(label);
      line.add(this.pdf.struct('LBody', {}, () => void this.pdf.text(item, MARGIN + 14, undefined, { lineGap: 2 })));
      line.end();
    }
    list.end();
    this.pdf.moveDown(0.5);
    return this;
  }

  /** Names at the left, what they are at the right: a table whose first column is its heads. */
  facts2(rows: readonly (readonly [name: string, value: string])[]): this {
    return this.rows(
      rows.map(([name, value]) => [{ text: name, scope: 'Row' }, { text: value }]),
      [0.34, 0.66],
    );
  }

  /** A table with heads above its columns; the columns are of equal width. */
  table(heads: readonly string[], rows: readonly (readonly string[])[]): this {
    const top = heads.map((text): Cell => ({ text, scope: 'Column' }));
    return this.rows(
      [top, ...rows.map((row) => row.map((text): Cell => ({ text })))],
      heads.map(() => 1 / heads.length),
    );
  }

  newPage(): this {
    this.pdf.addPage();
    return this;
  }

  /** Closes the document and hands back its bytes. */
  async finish(): Promise<Buffer> {
    this.root.end();
    const { start, count } = this.pdf.bufferedPageRange();
    for (let page = 0; page < count; page++) this.foot(start + page, page + 1, count);
    const ended = new Promise<void>((resolve, reject) => this.pdf.once('end', resolve).once('error', reject));
    this.pdf.end();
    await ended;
    return Buffer.concat(this.chunks);
  }

  private rows(rows: readonly (readonly Cell[])[], shares: readonly number[]): this {
    const table = this.pdf.struct('Table');
    this.root.add(table);
    const width = this.pdf.page.width - 2 * MARGIN;
    for (const row of rows) {
      const boxes = row.map((cell, n) => ({ cell, width: width * (shares[n] ?? 0) - 10 }));
      const height = Math.max(
        ...boxes.map(({ cell, width: inner }) => this.cellFont(cell).heightOfString(cell.text || '–', { width: inner })),
      );
      this.room(height + 10);
      const line = this.pdf.struct('TR');
      table.add(line);
      const top = this.pdf.y;
      let left = MARGIN;
      for (const { cell, width: inner } of boxes) {
        const [x, options] = [left, { lang: this.facts.language, scope: cell.scope }];
        const write = () => void this.cellFont(cell).text(cell.text || '–', x, top, { width: inner });
        line.add(this.pdf.struct(cell.scope ? 'TH' : 'TD', options, write));
        left += inner + 10;
      }
      line.end();
      this.pdf.x = MARGIN;
      this.pdf.y = top + height + 6;
    }
    table.end();
    this.pdf.moveDown(0.5);
    return this;
  }

  private add(type: string, write: () => unknown): void {
    this.root.add(this.pdf.struct(type, {}, () => void write()));
  }

  private foot(index: number, page: number, pages: number): void {
    this.pdf.switchToPage(index);
    const { height, width, margins } = this.pdf.page;
    // Below the margin: otherwise the text would begin a page of its own.
    margins.bottom = 0;
    this.pdf.markContent('Artifact', { type: 'Pagination' });
    this.font('regular', 9, QUIET).text(this.facts.footer(page, pages), MARGIN, height - MARGIN, {
      width: width - 2 * MARGIN,
      lineBreak: false,
    });
    this.pdf.endMarkedContent();
    margins.bottom = MARGIN + FOOT;
  }

  /** A new page where less than this is left. */
  private room(points: number): void {
    if (this.pdf.y + points > this.pdf.page.height - MARGIN - FOOT) this.pdf.addPage();
  }

  private cellFont({ scope }: Cell): PDFKit.PDFDocument {
    return this.font(scope ? 'bold' : 'regular', 11);
  }

  private font(name: 'regular' | 'bold', size: number, ink = INK): PDFKit.PDFDocument {
    return this.pdf.font(name).fontSize(size).fillColor(ink);
  }
}

interface Cell {
  text: string;
  scope?: 'Row' | 'Column';
}
