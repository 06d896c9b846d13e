import { Component, computed, input, type TemplateRef } from '@angular/core';
import { type Block } from '@haven/shared/contract';
import { fileAddress, pictureAddress, pictureWidths } from '@haven/shared/contract/plain';
import { HvIcon } from '../icon';
import { HvLocaleNote } from '../locale-note';
import { HvInlines, type ResolveLesson } from './inlines';
import { type ClipContext, HvPointer, type Pointer } from './pointer';

/** Blocks that are in another language than the text around them, by their ids, and the words that say so. */
export interface ForeignBlocks {
  readonly ids: ReadonlySet<string>;
  readonly lang: string;
  readonly word: string;
}

export { type ResolveLesson } from './inlines';
export { type ClipContext, type Moment } from './pointer';

/** What blocks that are set apart from the text are called. */
export type BlockWords = Record<'note' | 'important' | 'file' | Pointer['type'], string>;

/**
 * The text of a lesson. Every kind of block has its native element here; there is no path for HTML. Each block carries the id `b-…` so
 * that notes and evidence can lead to it.
 */
@Component({
  selector: 'hv-blocks',
  imports: [HvIcon, HvInlines, HvLocaleNote, HvPointer],
  host: { class: 'blocks' },
  templateUrl: './blocks.html',
})
export class HvBlocks {
  readonly blocks = input.required<readonly Block[]>();
  readonly resolve = input<ResolveLesson>(() => null);
  /** The words that stand over blocks set apart from the text, so that a colour or an icon is not all that says what they are. */
  readonly words = input<BlockWords | null>(null);
  /** The language that sizes are written in. */
  readonly locale = input('en');

  readonly foreign = input<ForeignBlocks | null>(null);
  /** What plays a moment of a recording where it stands. Without it the moments are words and links. */
  readonly clip = input<TemplateRef<ClipContext> | null>(null);

  protected readonly address = pictureAddress;
  protected readonly file = fileAddress;

  /**
   * Blocks, each with the heading above it: a table too wide for the screen is a region, named by that heading. `begins`: the first of those
   * in another language, before which that is said.
   */
  protected readonly items = computed(() => {
    const foreign = this.foreign();
    let heading: string | null = null;
    let inside = false;
    return this.blocks().map((block) => {
      if (block.type === 'heading') heading = `b-${block.id}`;
      const lang = foreign?.ids.has(block.id) ? foreign.lang : null;
      const begins = lang !== null && !inside;
      inside = lang !== null;
      return { block, heading, lang, begins };
    });
  });

  protected sources(picture: string, width: number): string {
    return pictureWidths(width)
      .map((one) => `${pictureAddress(picture, one)} ${one}w`)
      .join(', ');
  }

  protected size(bytes: number): string {
    const [unit, amount] = bytes < 1e6 ? ['kilobyte', Math.max(1, Math.round(bytes / 1e3))] : ['megabyte', bytes / 1e6];
    return new Intl.NumberFormat(this.locale(), { style: 'unit', unit, maximumFractionDigits: 1 }).format(amount);
  }
}
