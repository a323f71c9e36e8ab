import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { DEFAULT_DOCUMENT_LEVEL, DOCUMENT_LEVELS, type DocumentDto, type DocumentLevel } from '@lotse/cases/contract';
import { PREVIEW_KINDS } from '@lotse/shared/contract';
import { DateTime, FileSize, Icon, keepLast, ProblemMessage, StateBlock, Toasts } from '@lotse/shared/ui';
import type { Observable } from 'rxjs';
import { CaseStore } from '../case-page/case-store';
import { DocumentDialog } from './document-dialog';
import { DocumentsClient } from './documents-client';
import { DropZone } from './drop-zone';
import { PreviewDialog } from './preview-dialog';
import { UploadList } from './upload-list';
import { UploadQueue } from './upload-queue';

/** The tab "Dokumente": files of the case, who sees each, and the bin. */
@Component({
  selector: 'lotse-case-documents',
  imports: [DateTime, DropZone, FileSize, Icon, MatButtonModule, ProblemMessage, StateBlock, TranslocoDirective, UploadList],
  providers: [UploadQueue],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './case-documents.html',
  styleUrl: './case-documents.scss',
})
export class CaseDocuments {
  private readonly client = inject(DocumentsClient);
  private readonly dialogs = inject(MatDialog);
  private readonly toasts = inject(Toasts);
  private readonly transloco = inject(TranslocoService);
  private readonly store = inject(CaseStore);
  protected readonly queue = inject(UploadQueue);
  readonly id = input.required<string>();

  protected readonly inBin = signal(false);
  protected readonly level = signal<DocumentLevel>(DEFAULT_DOCUMENT_LEVEL);
  protected readonly levels = DOCUMENT_LEVELS;
  protected readonly documents = this.client.list(
    () => this.id(),
    () => this.inBin(),
  );
  protected readonly page = keepLast(this.documents);
  protected readonly megabytes = computed(() => Math.floor((this.page()?.uploadLimit ?? 0) / 1024 ** 2));
  protected readonly open = signal<string | undefined>(undefined);
  protected readonly error = signal<unknown>(undefined);

  constructor() {
    effect(() => {
      if (this.store.changed() + this.queue.arrived() > 0) untracked(() => this.documents.reload());
    });
  }

  protected send(files: File[]): void {
    this.queue.add(files, { caseId: this.id(), level: this.level() }, this.page()?.uploadLimit ?? Infinity);
  }

  protected sendVersion(document: DocumentDto, picker: HTMLInputElement): void {
    this.queue.add([...(picker.files ?? [])].slice(0, 1), { document }, this.page()?.uploadLimit ?? Infinity);
    picker.value = '';
  }

  protected mayPreview = ({ kind }: DocumentDto): boolean => PREVIEW_KINDS.includes(kind);
  protected address = (document: DocumentDto, number: number): string => this.client.address(document.id, number);

  protected preview(document: DocumentDto): void {
    this.dialogs.open(PreviewDialog, { data: document, width: '60rem', maxWidth: '96vw', autoFocus: 'dialog' });
  }

  protected change(document: DocumentDto): void {
    this.dialogs
      .open<DocumentDialog, DocumentDto, DocumentDto>(DocumentDialog, { data: document, width: '34rem', maxWidth: '96vw' })
      .afterClosed()
      .subscribe((changed) => changed && this.done('changed', changed));
  }

  protected bin(document: DocumentDto): void {
    this.run(this.client.bin(document), () =>
      this.done('binned', document, () => this.restore({ ...document, version: document.version + 1 })),
    );
  }

  protected restore(document: DocumentDto): void {
    this.run(this.client.restore(document), () => this.done('restored', document));
  }

  private run(work: Observable<unknown>, then: () => void): void {
    this.error.set(undefined);
    work.subscribe({
      next: then,
      error: (error: unknown) => {
        this.error.set(error);
        this.documents.reload();
      },
    });
  }

  private done(key: string, { name }: DocumentDto, undo?: () => void): void {
    this.documents.reload();
    this.toasts.show(this.transloco.translate<string>(`case.documents.${key}`, { name }), { undo });
  }
}
