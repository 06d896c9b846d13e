import { Component, computed, input } from '@angular/core';
import { type Block } from '@haven/shared/contract';
import { HvIcon } from '../icon';
import { HvInlines, type ResolveLesson } from './inlines';
import { HvPointer, type Pointer } from './pointer';

export { type ResolveLesson } from './inlines';

/** What blocks that are set apart from the text are called. */
export type BlockWords = Record<'note' | 'important' | Pointer['type'], string>;

/**
 * The text of a lesson. Every kind of block has its native element here; there is no path for HTML. Each block carries the id `b-…` so
 * that notes and evidence can lead to it.
 */
@Component({
  selector: 'hv-blocks',
  imports: [HvIcon, HvInlines, HvPointer],
  host: { class: 'blocks' },
  templateUrl: './blocks.html',
})
export class HvBlocks {
  readonly blocks = input.required<readonly Block[]>();
  readonly resolve = input<ResolveLesson>(() => null);
  /** The words that stand over blocks set apart from the text, so that a colour or an icon is not all that says what they are. */
  readonly words = input<BlockWords | null>(null);

  /** Blocks, each with the heading above it: a table too wide for the screen is a region, named by that heading. */
  protected readonly items = computed(() => {
    let heading: string | null = null;
    return this.blocks().map((block) => {
      if (block.type === 'heading') heading = `b-${block.id}`;
      return { block, heading };
    });
  });
}
