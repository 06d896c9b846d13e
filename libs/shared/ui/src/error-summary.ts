import { afterRenderEffect, Component, DOCUMENT, ElementRef, inject, input } from '@angular/core';
import { Ids } from './ids';

/** One error of a form: the id of the control at fault and what to do about it. */
export interface FieldError {
  field: string;
  message: string;
}

/** What is wrong with a form, above it, in the words that stand at the fields. Takes the focus each time there are new errors. */
@Component({
  selector: 'hv-error-summary',
  host: { class: 'error-summary', role: 'alert', tabindex: '-1', '[attr.aria-labelledby]': 'id' },
  template: `
    <h2 class="error-summary-title" [id]="id">{{ heading() }}</h2>
    <ul>
      @for (error of errors(); track error.field + error.message) {
        <li>
          <a [attr.href]="'#' + error.field" (click)="$event.preventDefault(); lead(error.field)">{{
            error.message
          }}</a>
        </li>
      }
    </ul>
  `,
})
export class HvErrorSummary {
  readonly heading = input.required<string>();
  readonly errors = input.required<readonly FieldError[]>();

  protected readonly id = inject(Ids).next('errors');
  private readonly document = inject(DOCUMENT);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  constructor() {
    afterRenderEffect(() => {
      if (this.errors().length) this.host.focus();
    });
  }

  /** Not left to the browser: with `<base href="/">` a bare `#field` would lead to the home page. */
  protected lead(field: string): void {
    const control = this.document.getElementById(field);
    control?.scrollIntoView({ block: 'center' });
    control?.focus();
  }
}
