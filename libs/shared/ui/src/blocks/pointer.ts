import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input, type TemplateRef } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Block } from '@haven/shared/contract';
import { clock } from '@haven/shared/contract/plain';
import { HvIcon } from '../icon';
import { HvInlines, type ResolveLesson } from './inlines';

/** Blocks that point at something else. */
export type Pointer = Extract<Block, { type: 'clause' | 'moment' | 'resource' | 'term' }>;
export type Moment = Extract<Block, { type: 'moment' }>;

/** What is given to whoever plays a moment: the block, and the language of the words around it where it is not that of the block. */
export interface ClipContext {
  readonly $implicit: Moment;
  readonly lang: string | null;
}

const icons = { clause: 'scale', moment: 'play', resource: 'book', term: 'book-a' } as const;

/** A clause of a policy with its source, a moment of a recording, a page to read on, or a word of the field. */
@Component({
  selector: 'hv-pointer',
  imports: [HvIcon, HvInlines, NgTemplateOutlet, RouterLink],
  host: { class: 'pointer' },
  templateUrl: './pointer.html',
})
export class HvPointer {
  readonly block = input.required<Pointer>();
  readonly resolve = input.required<ResolveLesson>();
  /** What it is, in a word or two. */
  readonly word = input('');
  /** The language of that word where it is not that of the block. */
  readonly wordLang = input<string | null>(null);
  /** What plays a moment where it stands: a player is not the matter of blocks. */
  readonly clip = input<TemplateRef<ClipContext> | null>(null);

  protected readonly icon = computed(() => icons[this.block().type]);
  /** Where a moment is, or null where the course has no such lesson any more: then the words stay and the link goes. */
  protected readonly moment = computed(() => {
    const block = this.block();
    return block.type === 'moment' ? this.resolve()(`lesson:${block.lesson}?t=${block.range[0]}`) : null;
  });

  protected span(range: readonly [number, number]): string {
    return range.map(clock).join('–');
  }
}
