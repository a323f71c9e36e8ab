import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** Liberation Sans (SIL Open Font License), embedded as a subset. Fira Sans comes as WOFF2 alone, of which no subset can be made. */
export interface PdfFonts {
  regular: Buffer;
  bold: Buffer;
}

let fonts: Promise<PdfFonts> | undefined;

/** Reads the fonts once. */
export function pdfFonts(): Promise<PdfFonts> {
  fonts ??= read();
  return fonts;
}

async function read(): Promise<PdfFonts> {
  const { resolve } = createRequire(`${process.cwd()}/package.json`);
  const font = (name: string) => readFile(resolve(`pdfjs-dist/standard_fonts/LiberationSans-${name}.ttf`));
  const [regular, bold] = await Promise.all([font('Regular'), font('Bold')]);
  return { regular, bold };
}
