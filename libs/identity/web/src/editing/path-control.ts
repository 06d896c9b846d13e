import { Directive, inject, input } from '@angular/core';
import { HvControl } from '@haven/shared/ui';

/** Says which part of the text a control edits, as `en.title`, so that an error of that part leads to it. */
@Directive({ selector: '[havenPath]' })
export class PathControl {
  readonly path = input.required<string>({ alias: 'havenPath' });
  readonly id = inject(HvControl).id;
}

/** The id of the control for `path`: the one for exactly it, else the first one within it, else the first of all. */
export const controlFor = (controls: readonly PathControl[], path: string): string =>
  (controls.find((c) => c.path() === path) ?? controls.find((c) => c.path().startsWith(`${path}.`)) ?? controls[0])
    ?.id ?? '';
