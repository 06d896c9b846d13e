import { Directive, ElementRef, inject, input, output, signal } from '@angular/core';

/** Where a dragged row was let go: before or after the row with this id. */
export interface Drop {
  id: string;
  kind: string;
  side: 'before' | 'after';
}

const type = (kind: string) => `application/x-haven-${kind}`;

/**
 * Lets a row be dragged by its handle, and rows of its kind be dropped beside it. For the mouse, beside the buttons: whatever can be
 * dragged can be moved without. The browser's own drag and drop, because the CDK writes a style into the page, which its policy refuses.
 */
@Directive({
  selector: '[havenRowDrag]',
  host: {
    '[class.drop-before]': 'side() === "before"',
    '[class.drop-after]': 'side() === "after"',
    '(dragstart)': 'lift($event)',
    '(dragover)': 'over($event)',
    '(dragleave)': 'side.set(null)',
    '(drop)': 'drop($event)',
  },
})
export class RowDrag {
  readonly havenRowDrag = input.required<string>();
  readonly kind = input.required<string>();
  /** Other kinds that may be let go on this row. */
  readonly takes = input<readonly string[]>([]);
  readonly dropped = output<Drop>();

  protected readonly side = signal<'before' | 'after' | null>(null);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected lift(event: DragEvent): void {
    event.stopPropagation();
    event.dataTransfer?.setData(type(this.kind()), this.havenRowDrag());
    event.dataTransfer?.setDragImage(this.host, 0, 0);
  }

  protected over(event: DragEvent): void {
    if (!this.kindOf(event)) return;
    event.preventDefault();
    event.stopPropagation();
    const { top, height } = this.host.getBoundingClientRect();
    this.side.set(event.clientY < top + height / 2 ? 'before' : 'after');
  }

  protected drop(event: DragEvent): void {
    const [kind, side] = [this.kindOf(event), this.side()];
    this.side.set(null);
    if (!kind || !side) return;
    event.preventDefault();
    event.stopPropagation();
    const id = event.dataTransfer?.getData(type(kind)) ?? '';
    if (id !== this.havenRowDrag()) this.dropped.emit({ id, kind, side });
  }

  private kindOf(event: DragEvent): string | undefined {
    const types = event.dataTransfer?.types ?? [];
    return [this.kind(), ...this.takes()].find((kind) => types.includes(type(kind)));
  }
}
