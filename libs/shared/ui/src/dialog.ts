import { afterRenderEffect, Component, ElementRef, inject, input, model, viewChild } from '@angular/core';
import { HvIcon } from './icon';
import { Ids } from './ids';

/**
 * A native modal dialog. The browser keeps the focus inside, closes it on Escape and gives the focus back to where it was.
 * `kind` `sheet` fills the height at the side of a wide screen and all of a narrow one.
 */
@Component({
  selector: 'hv-dialog',
  imports: [HvIcon],
  template: `
    <dialog #dialog [class]="'dialog dialog-' + kind()" [attr.aria-labelledby]="id" (close)="open.set(false)">
      <div class="dialog-head">
        <h2 [id]="id">{{ heading() }}</h2>
        <button class="icon-button" type="button" (click)="open.set(false)">
          <hv-icon name="close" /><span class="visually-hidden">{{ closeLabel() }}</span>
        </button>
      </div>
      @if (open()) {
        <div class="dialog-body"><ng-content /></div>
      }
    </dialog>
  `,
})
export class HvDialog {
  readonly heading = input.required<string>();
  readonly closeLabel = input.required<string>();
  readonly kind = input<'box' | 'sheet'>('box');
  readonly open = model(false);

  protected readonly id = inject(Ids).next('dialog');
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  constructor() {
    afterRenderEffect(() => {
      const dialog = this.dialog().nativeElement;
      if (this.open() === dialog.open) return;
      if (this.open()) dialog.showModal();
      else dialog.close();
    });
  }
}
