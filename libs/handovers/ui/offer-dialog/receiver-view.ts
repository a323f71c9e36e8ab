import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { MatButtonModule } from '@angular/material/button';
import { TranslocoDirective } from '@jsverse/transloco';
import type { HandoverPreviewDto, PreviewItemDto } from '@lotse/handovers/contract';
import { ShortDate } from '@lotse/shared/ui';

/** Lines of a list before the rest is folded away. */
const FIRST = 2;

/** "So sieht es …": the case in the eyes of the organisation it is offered to, before anything is sent. */
@Component({
  selector: 'lotse-receiver-view',
  imports: [MatButtonModule, ShortDate, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './receiver-view.html',
  styleUrl: './receiver-view.scss',
})
export class ReceiverView {
  readonly preview = input.required<HandoverPreviewDto>();
  /** Name of the receiver, once one is chosen. */
  readonly organisation = input<string>();

  protected readonly all = signal(false);
  protected readonly content = computed(() => this.preview().content);
  /** Parts it reads at once, parts it reads when it accepts, parts it never reads. */
  private readonly parts = computed(() => {
    const of = (seen: PreviewItemDto['seen']) =>
      this.preview()
        .items.filter((item) => item.seen === seen && item.count !== 0)
        .map(({ part }) => part);
    return { now: new Set(of('OFFER')), after: of('ACCEPTANCE'), never: of('NEVER') };
  });
  protected readonly after = computed(() => this.parts().after);
  protected readonly never = computed(() => this.parts().never);
  protected readonly contact = computed(() => (this.parts().now.has('CONTACTS') ? this.content().contactName : null));

  private readonly lists = computed(() => {
    const { now } = this.parts();
    const { notes, followUps, documents } = this.content();
    const seen = documents.filter(({ withAnyPart }) => now.has('DOCUMENTS') || (withAnyPart && now.has('REGION_DOCUMENTS')));
    return [
      { label: 'notes', lines: now.has('NOTES') ? notes : [] },
      { label: 'followUps', lines: now.has('NOTES') ? followUps : [] },
      { label: 'documents', lines: seen.map(({ name }) => ({ on: null, text: name })) },
    ].filter(({ lines }) => lines.length > 0);
  });
  protected readonly shown = computed(() =>
    this.lists().map(({ label, lines }) => ({ label, lines: this.all() ? lines : lines.slice(0, FIRST) })),
  );
  protected readonly folds = computed(() => this.lists().some(({ lines }) => lines.length > FIRST));
}
