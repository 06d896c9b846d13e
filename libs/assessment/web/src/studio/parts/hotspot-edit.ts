import { Component, signal } from '@angular/core';
import { PathControl } from '@haven/identity/web/editing';
import { HvButton, HvControl, HvField, HvIcon } from '@haven/shared/ui';
import { freeId, nothing } from '../question-model';
import { changed, EditPart, without } from './edit-part';
import { smallPicture } from './small-picture';
import { TwoTexts } from './two-texts';

const SIDES = ['x', 'y', 'width', 'height'] as const;

/** The picture, and its places with their names; each is a rectangle in per cent, by keys as well as by pointing. */
@Component({
  selector: 'haven-hotspot-edit',
  imports: [HvButton, HvControl, HvField, HvIcon, PathControl, TwoTexts],
  template: `
    <hv-field
      [label]="t('picture')"
      [hint]="t('pictureHint')"
      [errors]="failed() ? [t('errors.unreadable')] : at()('picture')"
    >
      <input hvControl type="file" accept="image/*" havenPath="picture" (change)="load($event)" />
    </hv-field>
    @if (body().picture) {
      <div class="hotspot-picture">
        <img [src]="body().picture" [alt]="body().alt.en" />
        <div aria-hidden="true">
          @for (region of body().regions; track region.id) {
            <span
              class="hotspot-region"
              [attr.data-chosen]="region.correct ? '' : null"
              [style.left.%]="region.x"
              [style.top.%]="region.y"
              [style.width.%]="region.width"
              [style.height.%]="region.height"
              ><span class="hotspot-number">{{ $index + 1 }}</span></span
            >
          }
        </div>
      </div>
    }
    <haven-two-texts
      [label]="t('alt')"
      path="alt"
      [text]="body().alt"
      [at]="at()"
      (written)="change({ alt: $event })"
    />
    <fieldset class="plain-set">
      <legend class="label">{{ t('regions') }}</legend>
      <p class="hint">{{ t('regionsHint') }}</p>
      @for (error of at()('regions'); track error) {
        <p class="field-error"><hv-icon name="alert" />{{ error }}</p>
      }
      <ol class="rows">
        @for (region of body().regions; track region.id; let i = $index) {
          <li class="answer">
            <label class="check">
              <input type="radio" name="right-region" [checked]="region.correct" (change)="mark(i)" />
              <span class="visually-hidden">{{ t('regionRight', { n: i + 1 }) }}</span>
            </label>
            <div class="stack">
              <haven-two-texts
                [label]="t('region', { n: i + 1 })"
                [path]="'regions.' + i + '.text'"
                [text]="region.text"
                [at]="at()"
                [rows]="1"
                (written)="change({ regions: changed(body().regions, i, { text: $event }) })"
              />
              <div class="four-numbers">
                @for (side of sides; track side) {
                  <hv-field [label]="t('sides.' + side, { n: i + 1 })" [errors]="at()('regions.' + i + '.' + side)">
                    <input
                      hvControl
                      type="number"
                      min="0"
                      max="100"
                      [havenPath]="'regions.' + i + '.' + side"
                      [value]="region[side]"
                      (input)="size(i, side, $any($event.target).valueAsNumber)"
                    />
                  </hv-field>
                }
              </div>
            </div>
            <button class="link-button" type="button" (click)="change({ regions: without(body().regions, i) })">
              {{ t('remove') }} <span class="visually-hidden">{{ t('region', { n: i + 1 }) }}</span>
            </button>
          </li>
        }
      </ol>
      <p>
        <button hvButton="quiet" type="button" (click)="add()">{{ t('addRegion') }}</button>
      </p>
    </fieldset>
  `,
})
export class HotspotEdit extends EditPart<'hotspot'> {
  protected readonly sides = SIDES;
  protected readonly changed = changed;
  protected readonly without = without;
  protected readonly failed = signal(false);

  protected async load({ target }: Event): Promise<void> {
    const file = (target as HTMLInputElement).files?.[0];
    if (!file) return;
    const picture = await smallPicture(file);
    this.failed.set(picture === null);
    if (picture !== null) this.change({ picture });
  }

  protected mark(index: number): void {
    this.change({ regions: this.body().regions.map((region, at) => ({ ...region, correct: at === index })) });
  }

  protected size(index: number, side: (typeof SIDES)[number], value: number): void {
    this.change({ regions: changed(this.body().regions, index, { [side]: value }) });
  }

  protected add(): void {
    const { regions } = this.body();
    const region = { id: freeId(regions), text: nothing(), x: 10, y: 10, width: 20, height: 20, correct: false };
    this.change({ regions: [...regions, region] });
  }
}
