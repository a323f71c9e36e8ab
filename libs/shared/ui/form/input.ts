import { computed, Directive, ElementRef, inject } from '@angular/core';
import { Field } from './field';

/** The product's look for a native control, tied to the `<lotse-field>` around it. Works on input, textarea and select. */
@Directive({
  selector: 'input[lotseInput], textarea[lotseInput], select[lotseInput]',
  host: {
    class: 'lotse-input',
    '[attr.id]': 'id()',
    '[attr.aria-describedby]': 'field?.describedBy()',
    '[attr.aria-invalid]': 'field?.error() === undefined ? null : true',
  },
})
export class Input {
  protected readonly field = inject(Field, { optional: true });
  private readonly own = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement.id;
  protected readonly id = computed(() => this.field?.id ?? (this.own || null));
}
