import { DestroyRef, Directive, inject, Injectable, input, signal } from '@angular/core';
import { HvControl } from '@haven/shared/ui';

/** The controls of one editor, those in parts that were loaded later too. An editor with such parts provides it. */
@Injectable()
export class PathControls {
  private readonly held = signal<readonly PathControl[]>([]);
  readonly all = this.held.asReadonly();

  add(control: PathControl): void {
    this.held.update((controls) => [...controls, control]);
  }

  remove(control: PathControl): void {
    this.held.update((controls) => controls.filter((other) => other !== control));
  }
}

/** Says which part of the text a control edits, as `en.title`, so that an error of that part leads to it. */
@Directive({ selector: '[havenPath]' })
export class PathControl {
  readonly path = input.required<string>({ alias: 'havenPath' });
  readonly id = inject(HvControl).id;

  constructor() {
    const controls = inject(PathControls, { optional: true });
    controls?.add(this);
    inject(DestroyRef).onDestroy(() => controls?.remove(this));
  }
}

/** The id of the control for `path`: the one for exactly it, else the first one within it, else the first of all. */
export const controlFor = (controls: readonly PathControl[], path: string): string =>
  (controls.find((c) => c.path() === path) ?? controls.find((c) => c.path().startsWith(`${path}.`)) ?? controls[0])
    ?.id ?? '';
