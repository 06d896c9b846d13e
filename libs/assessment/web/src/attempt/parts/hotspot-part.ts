import { Component, computed, inject } from '@angular/core';
import { picks } from '@haven/assessment/contract/plain';
import { I18n } from '@haven/shared/web';
import { AnswerPart, type FaceOf } from './answer-part';

/** A picture with numbered places, and beside it the same places as native radios: for keys, for screen readers and for small fingers. */
@Component({
  selector: 'haven-hotspot-part',
  host: { class: 'hotspot', '(click)': 'point($event)' },
  template: `
    <div class="hotspot-picture">
      <img [src]="question().picture" [alt]="i18n.text(question().alt)" [attr.lang]="i18n.lang(question().alt)" />
      <div aria-hidden="true">
        @for (region of question().regions; track region.id) {
          <span
            class="hotspot-region"
            [attr.data-region]="region.id"
            [attr.data-chosen]="chosen() === region.id ? '' : null"
            [style.left.%]="region.x"
            [style.top.%]="region.y"
            [style.width.%]="region.width"
            [style.height.%]="region.height"
            ><span class="hotspot-number">{{ $index + 1 }}</span></span
          >
        }
      </div>
    </div>
    <div>
      @for (region of question().regions; track region.id) {
        <label class="option">
          <input
            type="radio"
            [name]="question().id"
            [value]="region.id"
            [checked]="chosen() === region.id"
            (change)="give()([region.id])"
          />
          <span [attr.lang]="i18n.lang(region.text)">{{ $index + 1 }}. {{ i18n.text(region.text) }}</span>
        </label>
      }
    </div>
  `,
})
export class HotspotPart extends AnswerPart<FaceOf<'hotspot'>> {
  protected readonly i18n = inject(I18n);
  protected readonly chosen = computed(() => picks(this.answer())[0]);

  protected point({ target }: Event): void {
    const place = target instanceof Element ? target.closest<HTMLElement>('[data-region]') : null;
    const region = place?.dataset['region'];
    if (region !== undefined) this.give()([region]);
  }
}
