import { Component, input, output } from '@angular/core';
import { HvIcon } from '@haven/shared/ui';

/** A button that opens the browser's choice of files. The native control does the work; the label is its face. */
@Component({
  selector: 'haven-file-pick',
  imports: [HvIcon],
  template: `
    <label [class]="'file-pick button button-' + kind()">
      <hv-icon name="film" />{{ label() }}<span class="visually-hidden">{{ about() }}</span>
      <input
        class="visually-hidden"
        type="file"
        [accept]="accept()"
        [multiple]="multiple()"
        (change)="take($any($event.target))"
      />
    </label>
  `,
})
export class FilePick {
  readonly label = input.required<string>();
  /** Which file it is about, for those who hear the button without what stands around it. */
  readonly about = input('');
  readonly kind = input<'primary' | 'quiet'>('quiet');
  readonly accept = input('');
  readonly multiple = input(false);
  readonly picked = output<File[]>();

  protected take(control: HTMLInputElement): void {
    const files = [...(control.files ?? [])];
    // Emptied, so that choosing the same file again is heard again.
    control.value = '';
    if (files.length) this.picked.emit(files);
  }
}
