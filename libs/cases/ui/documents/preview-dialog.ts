import { ChangeDetectionStrategy, Component, DestroyRef, type ElementRef, effect, inject, signal, viewChild } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogModule } from '@angular/material/dialog';
import { TranslocoDirective } from '@jsverse/transloco';
import type { DocumentDto } from '@lotse/cases/contract';
import { Icon, Notice } from '@lotse/shared/ui';
import { DocumentsClient } from './documents-client';
import { PdfPages } from './pdf-pages';

/** A picture or the pages of a PDF, looked at without leaving the case. */
@Component({
  selector: 'lotse-document-preview',
  imports: [Icon, MatButtonModule, MatDialogModule, Notice, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'case.documents'">
      <h2 mat-dialog-title>{{ document.name }}</h2>
      <mat-dialog-content tabindex="0" (keydown.pageDown)="turn(1, $event)" (keydown.pageUp)="turn(-1, $event)">
        @if (failed()) {
          <lotse-notice tone="danger" role="alert">{{ t('previewFailed') }}</lotse-notice>
        } @else if (document.kind === 'PDF') {
          <div #frame class="frame">
            <canvas #canvas role="img" [attr.aria-label]="t('pageOf', { page: page(), pages: pages() })"></canvas>
          </div>
          <p class="cdk-visually-hidden" aria-live="polite">{{ text() }}</p>
        } @else {
          <img [src]="address" [alt]="document.name" (error)="failed.set(true)" />
        }
      </mat-dialog-content>
      <mat-dialog-actions>
        @if (pages() > 1) {
          <button matButton type="button" [disabled]="page() === 1" (click)="turn(-1)">
            <lotse-icon name="chevron-left" /> {{ t('pageBefore') }}
          </button>
          <span>{{ t('pageOf', { page: page(), pages: pages() }) }}</span>
          <button matButton type="button" [disabled]="page() === pages()" (click)="turn(1)">
            {{ t('pageAfter') }} <lotse-icon name="chevron-right" />
          </button>
        }
        <span class="space"></span>
        <a matButton [href]="client.address(document.id, number)" download><lotse-icon name="download" /> {{ t('download') }}</a>
        <button matButton="filled" type="button" mat-dialog-close>{{ t('close') }}</button>
      </mat-dialog-actions>
    </ng-container>
  `,
  styles: `
    h2 {
      overflow-wrap: anywhere;
    }
    canvas,
    img {
      display: block;
      max-inline-size: 100%;
      margin-inline: auto;
    }
    canvas {
      inline-size: 100%;
      block-size: auto;
      background: white;
      border: 1px solid var(--lotse-line);
    }
    mat-dialog-actions {
      gap: 0.25rem;
    }
    .space {
      flex: 1;
    }
  `,
})
export class PreviewDialog {
  protected readonly client = inject(DocumentsClient);
  protected readonly document = inject<DocumentDto>(MAT_DIALOG_DATA);
  protected readonly number = this.document.versions[0]?.number ?? 1;
  protected readonly address = this.client.address(this.document.id, this.number, true);
  private readonly canvas = viewChild<ElementRef<HTMLCanvasElement>>('canvas');
  private readonly frame = viewChild<ElementRef<HTMLElement>>('frame');
  private readonly pdf = signal<PdfPages | undefined>(undefined);
  protected readonly page = signal(1);
  protected readonly pages = signal(1);
  protected readonly text = signal('');
  protected readonly failed = signal(false);

  constructor() {
    let closed = false;
    inject(DestroyRef).onDestroy(() => {
      closed = true;
      void this.pdf()?.close();
    });
    if (this.document.kind === 'PDF') {
      PdfPages.open(this.address).then(
        (pdf) => {
          if (closed) return void pdf.close();
          this.pages.set(pdf.count);
          this.pdf.set(pdf);
        },
        () => this.failed.set(true),
      );
    }
    effect(() => {
      const [pdf, canvas, frame, page] = [this.pdf(), this.canvas()?.nativeElement, this.frame()?.nativeElement, this.page()];
      if (!pdf || !canvas || !frame) return;
      pdf.show(page, canvas, frame.clientWidth).then(
        (text) => this.text.set(text),
        (error: Error) => this.failed.update((failed) => failed || error.name !== 'RenderingCancelledException'),
      );
    });
  }

  protected turn(by: number, event?: Event): void {
    event?.preventDefault();
    this.page.update((page) => Math.min(Math.max(page + by, 1), this.pages()));
  }
}
