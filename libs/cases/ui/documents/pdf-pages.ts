import type { PDFDocumentProxy, RenderTask } from 'pdfjs-dist';

/** Files of the viewer that are not bundled: they lie beside the pages, never on another host. */
const BESIDE = '/pdf/';

/** A PDF that is shown page by page. Its program is loaded only when the first one is opened. */
export class PdfPages {
  private task: RenderTask | undefined;

  private constructor(private readonly file: PDFDocumentProxy) {}

  /** @throws when it cannot be fetched or is no PDF after all */
  static async open(address: string): Promise<PdfPages> {
    const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist');
    GlobalWorkerOptions.workerSrc = `${BESIDE}pdf.worker.min.mjs`;
    const loading = getDocument({
      url: address,
      cMapUrl: `${BESIDE}cmaps/`,
      standardFontDataUrl: `${BESIDE}standard_fonts/`,
      useWasm: false, // our rules for scripts allow none
      enableXfa: false,
      disableRange: true,
    });
    return new PdfPages(await loading.promise);
  }

  get count(): number {
    return this.file.numPages;
  }

  /** Draws a page as wide as asked, sharp on this screen; answers its text, for those who do not see it. */
  async show(number: number, canvas: HTMLCanvasElement, width: number): Promise<string> {
    this.task?.cancel();
    const page = await this.file.getPage(number);
    const density = window.devicePixelRatio || 1;
    const viewport = page.getViewport({ scale: (width * density) / page.getViewport({ scale: 1 }).width });
    canvas.width = viewport.width;
    canvas.height = viewport.height;
    this.task = page.render({ canvas, viewport });
    await this.task.promise;
    const { items } = await page.getTextContent();
    return items.map((item) => ('str' in item ? item.str : '')).join(' ');
  }

  async close(): Promise<void> {
    this.task?.cancel();
    await this.file.loadingTask.destroy();
  }
}
