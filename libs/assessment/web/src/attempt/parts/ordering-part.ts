import { afterNextRender, Component, computed, ElementRef, inject, Injector } from '@angular/core';
import { picks } from '@haven/assessment/contract/plain';
import { Announcer } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { AnswerPart, type FaceOf } from './answer-part';

/** Items moved up and down by buttons, each move said aloud. Nothing is answered until one was moved, or the order was kept as it is. */
@Component({
  selector: 'haven-ordering-part',
  template: `
    <ol class="order">
      @for (item of items(); track item.id; let at = $index, first = $first, last = $last) {
        <li class="order-item">
          <span class="order-text" [attr.lang]="i18n.lang(item.text)">{{ i18n.text(item.text) }}</span>
          <span class="order-moves">
            <button
              class="link-button"
              type="button"
              [id]="item.id + '-up'"
              [attr.aria-disabled]="first"
              (click)="move(at, -1)"
            >
              {{ i18n.t('assessment.order.up') }}
              <span class="visually-hidden">{{ i18n.text(item.text) }}</span>
            </button>
            <button
              class="link-button"
              type="button"
              [id]="item.id + '-down'"
              [attr.aria-disabled]="last"
              (click)="move(at, 1)"
            >
              {{ i18n.t('assessment.order.down') }}
              <span class="visually-hidden">{{ i18n.text(item.text) }}</span>
            </button>
          </span>
        </li>
      }
    </ol>
    @if (kept()) {
      <p class="small">{{ i18n.t('assessment.order.kept') }}</p>
    } @else {
      <p>
        <button class="link-button" type="button" (click)="tell(ids())">{{ i18n.t('assessment.order.keep') }}</button>
      </p>
    }
  `,
})
export class OrderingPart extends AnswerPart<FaceOf<'ordering'>> {
  protected readonly i18n = inject(I18n);
  private readonly announcer = inject(Announcer);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected readonly kept = computed(() => picks(this.answer()).length > 0);
  protected readonly items = computed(() => {
    const { items } = this.question();
    const given = picks(this.answer());
    return this.kept() ? given.flatMap((id) => items.filter((item) => item.id === id)) : items;
  });
  protected readonly ids = computed(() => this.items().map(({ id }) => id));

  protected move(from: number, by: -1 | 1): void {
    const ids = [...this.ids()];
    const [moved, other] = [ids[from], ids[from + by]];
    if (moved === undefined || other === undefined) return;
    [ids[from], ids[from + by]] = [other, moved];
    this.tell(ids);
    const item = this.items().find(({ id }) => id === moved);
    const at = from + by + 1;
    if (item)
      this.announcer.say(this.i18n.t('assessment.order.moved', { text: this.i18n.text(item.text), at, n: ids.length }));
    // Moving the row took the focus away from its button.
    const button = `#${CSS.escape(`${moved}-${by < 0 ? 'up' : 'down'}`)}`;
    afterNextRender(() => this.host.querySelector<HTMLElement>(button)?.focus(), { injector: this.injector });
  }

  protected tell(ids: readonly string[]): void {
    this.give()(ids);
  }
}
