import { PdfBuilder, pdfFonts } from '@lotse/shared/api';
import { readPdf } from '@lotse/shared/testing';

describe('a PDF', () => {
  const build = async (paragraphs = 1) => {
    const pdf = new PdfBuilder(await pdfFonts(), {
      title: 'Angebote für Größe',
      language: 'de-DE',
      author: 'Kreis Beispiel',
      footer: (page, pages) => `Seite ${page} von ${pages}`,
    });
    pdf.heading(1, 'Angebote').paragraph('Ein Absatz mit ÄÖÜ ß €.');
    for (let n = 1; n < paragraphs; n++) pdf.paragraph(`Absatz ${n} `.repeat(40));
    pdf
      .heading(2, 'Fläche')
      .facts2([
        ['Größe', '1.800 m²'],
        ['Preis', ''],
      ])
      .table(['Ort', 'Preis'], [['Musterstadt', '145,50 €']])
      .list(['Eins', 'Zwei']);
    return readPdf(await pdf.finish());
  };

  it('says its title and language, and that it is tagged', async () => {
    const { title, language, marked, raw } = await build();
    expect({ title, language, marked }).toEqual({ title: 'Angebote für Größe', language: 'de-DE', marked: true });
    expect(raw).toContain('pdfuaid:part');
    expect(raw).not.toContain('/Helvetica');
  });

  it('has a structure that tells headings, paragraphs, tables with heads, and lists', async () => {
    const { structure, texts } = await build();
    expect(structure).toBe('Document(H1 P H2 Table(TR(TH TD) TR(TH TD)) Table(TR(TH TH) TR(TD TD)) L(LI(Lbl LBody) LI(Lbl LBody)))');
    expect(texts).toEqual([
      'Angebote',
      'Ein Absatz mit ÄÖÜ ß €.',
      'Fläche',
      'Größe',
      '1.800 m²',
      'Preis',
      '–',
      'Ort',
      'Preis',
      'Musterstadt',
      '145,50 €',
      '•',
      'Eins',
      '•',
      'Zwei',
    ]);
  });

  it('keeps the foot of every page out of the structure, over many pages', async () => {
    const { pages, texts, all } = await build(30);
    expect(pages).toBeGreaterThan(2);
    expect(texts.join(' ')).not.toContain('Seite 1 von');
    expect(all).toContain(`Seite ${pages} von ${pages}`);
  });
});
