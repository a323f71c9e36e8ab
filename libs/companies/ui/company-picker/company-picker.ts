import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  ElementRef,
  inject,
  input,
  model,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatAutocompleteModule, type MatAutocompleteSelectedEvent } from '@angular/material/autocomplete';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { CompanyListItemDto } from '@lotse/companies/contract';
import { Field, type FieldLook, Input, Languages } from '@lotse/shared/ui';
import { catchError, debounceTime, EMPTY, filter, Subject, switchMap } from 'rxjs';
import { CompaniesClient } from '../companies-client';

/** A pasted telephone number that leads to one company needs no further choice. */
const TELEPHONE = /^[\d\s()+/.-]{6,}$/;

/** A company as it was picked. */
export interface PickedCompany {
  id: string;
  name: string;
}

/**
 * Finds a company while typing: name in any spelling, place, or a pasted telephone number.
 *
 *     <lotse-company-picker [label]="t('company')" [(picked)]="company" [wrong]="sent() && !company()" />
 */
@Component({
  selector: 'lotse-company-picker',
  imports: [Field, Input, MatAutocompleteModule, TranslocoDirective],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <ng-container *transloco="let t; prefix: 'company.picker'">
      <lotse-field [of]="look" [label]="label()" [hint]="t('hint')">
        <input #box lotseInput type="text" autocomplete="off" [matAutocomplete]="found" [value]="text()" (input)="typed(box.value)" />
      </lotse-field>
      <mat-autocomplete #found="matAutocomplete" [displayWith]="nameOf" (optionSelected)="choose($event)">
        @for (company of items(); track company.id) {
          <mat-option [value]="company">
            <span class="name">{{ company.confidential && company.projectName ? company.projectName : company.name }}</span>
            <small>{{ company.postalCode }} {{ company.place }}</small>
          </mat-option>
        }
      </mat-autocomplete>
      <p class="nothing" role="status">{{ nothing() ? t('nothing') : '' }}</p>
    </ng-container>
  `,
  styles: `
    .name {
      display: block;
      font-weight: 600;
    }
    small {
      color: var(--mat-sys-on-surface-variant);
    }
    .nothing {
      margin: 0;
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class CompanyPicker {
  private readonly client = inject(CompaniesClient);
  private readonly transloco = inject(TranslocoService);
  private readonly language = inject(Languages).current;
  private readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');
  readonly label = input.required<string>();
  /** Nothing was picked though something should have been. */
  readonly wrong = input(false);
  readonly picked = model<PickedCompany>();
  /** What stands in the field without having been picked. */
  readonly wanted = output<string>();

  private readonly questions = new Subject<string>();
  private readonly typedText = signal<string | undefined>(undefined);
  protected readonly items = signal<CompanyListItemDto[]>([]);
  protected readonly nothing = signal(false);
  /** What its field shows: a missing company looks like every other missing entry. */
  private readonly state: FieldLook = {
    errors: computed(() =>
      this.wrong() ? [{ kind: 'missing', message: this.transloco.translate('company.picker.missing', {}, this.language()) }] : [],
    ),
    touched: this.wrong,
    required: signal(true),
  };
  protected readonly look = () => this.state;
  protected readonly text = computed(() => this.typedText() ?? this.picked()?.name ?? '');

  constructor() {
    this.questions
      .pipe(
        filter((text) => text.trim().length >= 2),
        debounceTime(200),
        switchMap((text) => this.client.find(text.trim()).pipe(catchError(() => EMPTY))),
        takeUntilDestroyed(inject(DestroyRef)),
      )
      .subscribe(({ items, total }) => {
        this.items.set(items);
        this.nothing.set(items.length === 0);
        const [only] = items;
        if (only && total === 1 && TELEPHONE.test(this.text())) this.take(only);
      });
  }

  focus(): void {
    this.box().nativeElement.focus();
  }

  protected readonly nameOf = (value: CompanyListItemDto | string | null): string =>
    typeof value === 'string' ? value : (value?.name ?? '');

  protected typed(text: string): void {
    this.typedText.set(text);
    this.picked.set(undefined);
    this.nothing.set(false);
    this.questions.next(text);
    this.wanted.emit(text);
  }

  protected choose({ option }: MatAutocompleteSelectedEvent): void {
    this.take(option.value as CompanyListItemDto);
  }

  private take({ id, name, confidential, projectName }: CompanyListItemDto): void {
    this.typedText.set(undefined);
    this.picked.set({ id, name: confidential && projectName ? projectName : name });
  }
}
