import { Component, computed, input } from '@angular/core';
import { pictureAddress, pictureWidths } from '@haven/shared/contract/plain';
import { drawing } from './drawing';

/**
 * The cover of a course: the drawing that its slug gives, the same for the same slug everywhere, or one of its own pictures. `alt` says what
 * that shows; the drawing shows nothing that a reader would miss.
 */
@Component({
  selector: 'hv-cover',
  host: { class: 'cover', '[attr.aria-hidden]': 'picture() ? null : true' },
  template: `
    @if (picture(); as one) {
      <img
        loading="lazy"
        [alt]="alt()"
        [src]="address(one, largest())"
        [attr.srcset]="srcset()"
        sizes="(min-width: 60rem) 30rem, 100vw"
      />
    } @else {
      <svg viewBox="0 0 160 100" preserveAspectRatio="xMidYMid slice">
        @for (shape of shapes(); track $index) {
          <path [attr.d]="shape.d" [attr.fill]="shape.fill" />
        }
      </svg>
    }
  `,
})
export class HvCover {
  readonly seed = input.required<string>();
  readonly picture = input<Picture | null | undefined>(null);
  readonly alt = input('');

  protected readonly shapes = computed(() => drawing(this.seed()));
  protected readonly largest = computed(() => Math.max(...this.widths()));
  protected readonly srcset = computed(() => {
    const one = this.picture();
    return one
      ? this.widths()
          .map((width) => `${this.address(one, width)} ${width}w`)
          .join(', ')
      : null;
  });
  private readonly widths = computed(() => pictureWidths(this.picture()?.width ?? 0));

  protected address({ picture }: Picture, width: number): string {
    return pictureAddress(picture, width);
  }
}

interface Picture {
  readonly picture: string;
  readonly width: number;
}
