import { Clipboard } from '@angular/cdk/clipboard';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { DateTime, DraftsClient, keepLast, Toasts } from '@lotse/shared/ui';
import { draftKind, draftLink, draftText } from './draft-words';

/** Part of the own account: what was written and not sent, to go on with or to copy, also where the record is closed by now. */
@Component({
  selector: 'lotse-draft-list',
  imports: [DateTime, MatButtonModule, RouterLink, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './draft-list.html',
  styles: `
    ul {
      display: grid;
      gap: 1rem;
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .head {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.5rem;
      margin: 0;
    }
    pre {
      max-block-size: 10rem;
      margin: 0.25rem 0;
      overflow: auto;
      font: inherit;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class DraftList {
  private readonly client = inject(DraftsClient);
  private readonly clipboard = inject(Clipboard);
  private readonly toasts = inject(Toasts);
  private readonly texts = inject(TranslocoService);
  private readonly resource = this.client.list();
  private readonly last = keepLast(this.resource);
  protected readonly drafts = computed(() =>
    this.last()?.items.map((draft) => ({ ...draft, kind: draftKind(draft.key), link: draftLink(draft.key), text: draftText(draft) })),
  );

  protected copy(text: string): void {
    if (this.clipboard.copy(text)) this.toasts.show(this.texts.translate('draft.copied'));
  }

  protected drop(key: string): void {
    this.client.drop(key).subscribe({ next: () => this.resource.reload(), error: () => this.resource.reload() });
  }
}
