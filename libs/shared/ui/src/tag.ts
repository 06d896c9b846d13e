import { Component, input } from '@angular/core';

export type TagTone = 'teal' | 'lamp' | 'plain' | 'bad';

/** A status in a word or two. */
@Component({ selector: 'hv-tag', host: { '[class]': '"tag tag-" + tone()' }, template: `<ng-content />` })
export class HvTag {
  readonly tone = input<TagTone>('plain');
}
