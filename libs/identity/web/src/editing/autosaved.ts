import { computed, DestroyRef, effect, inject, signal, untracked, type WritableSignal } from '@angular/core';
import type * as z from 'zod';
import { type Autosave, type Edition, type Outcome } from './autosave';
import { Autosaves } from './autosaves';
import { type TextPart } from './conflict-choice';

/** What is to be known of the text of a form for it to be saved by itself. */
interface Saved<T> {
  readonly model: WritableSignal<T>;
  /** Whether the server would take it. */
  readonly isSendable: (model: T) => boolean;
  /** The text in parts, to be read beside another. */
  readonly parts: (model: T) => TextPart[];
}

/**
 * The text of a form that is saved by itself, as the form shows it: with theirs where two changed it, and with what was put aside. Made with
 * the form, in its injection context; one form is one text for all its life, which it is given by `open`.
 */
export class Autosaved<T> {
  private readonly autosaves = inject(Autosaves);
  private readonly until = inject(DestroyRef);
  private readonly opened = signal<Autosave<T> | null>(null);
  private readonly asked = signal(false);

  /** Whether the person asked to save: from then on what is wrong is listed. */
  readonly attempted = this.asked.asReadonly();
  /** Nothing is called wrong while it is first being written: only where the person asked to save, or the server refused. */
  readonly showsFaults = computed(() => this.asked() || ['invalid', 'refused'].includes(this.text().phase()));
  readonly mine = computed(() => this.saved.parts(this.saved.model()));
  readonly theirs = computed(() => this.partsOf(this.text().theirs()?.value ?? null));
  readonly aside = computed(() => this.partsOf(this.text().aside()));

  constructor(private readonly saved: Saved<T>) {
    effect(() => {
      saved.model();
      untracked(() => this.pass());
    });
  }

  /**
   * Gives the form its text: `base` as the server has it, or what an earlier visit left on this device under `key`, where that still has the
   * shape of `schema`.
   */
  open(
    key: string,
    base: Edition<T>,
    save: (model: T, version: number) => Promise<Outcome<T>>,
    schema: z.ZodType<T>,
  ): void {
    const text = this.autosaves.open(key, base, save, this.until);
    const left = this.autosaves.left(key);
    const kept = schema.safeParse(left?.value);
    const isKept =
      left !== null &&
      kept.success &&
      text.restore({ version: left.version, value: kept.data }, this.saved.isSendable(kept.data));
    this.saved.model.set(isKept ? kept.data : base.value);
    this.opened.set(text);
  }

  text(): Autosave<T> {
    const text = this.opened();
    if (!text) throw new Error('The form is used before it is given its text.');
    return text;
  }

  saveNow(): Promise<void> {
    this.asked.set(true);
    this.pass();
    return this.text().flush();
  }

  takeTheirs(): void {
    this.saved.model.set(this.text().takeTheirs());
  }

  /** Sends what can be sent; true where leaving would lose nothing. */
  async settle(): Promise<boolean> {
    this.pass();
    await this.text().flush();
    return this.text().safe();
  }

  /** An effect comes after the keys that are pressed together: who saves or leaves does not wait for it. */
  private pass(): void {
    const model = this.saved.model();
    this.text().type(model, this.saved.isSendable(model));
  }

  private partsOf(model: T | null): TextPart[] {
    return model === null ? [] : this.saved.parts(model);
  }
}
