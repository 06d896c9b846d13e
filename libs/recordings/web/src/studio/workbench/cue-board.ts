import { computed, signal } from '@angular/core';
import {
  type CaptionCue,
  type CaptionDocument,
  cuesOf,
  documentOf,
  insertCue,
  lineUp,
  mergeCues,
  readCaptions,
  removeCue,
  replaceInCues,
  retime,
  shiftAll,
  splitCue,
  withCues,
  writeVtt,
} from '@haven/recordings/contract';

/** How long a caption lasts that is put in by hand, in milliseconds. */
const NEW_MS = 2500;
const STEPS_BACK = 100;

interface Standing {
  readonly cues: readonly CaptionCue[];
  readonly active: number | null;
}

/** The captions of one language while a person works on them: one of them is being written, and every step can be taken back. */
export class CueBoard {
  private readonly standing = signal<Standing>({ cues: [], active: null });
  private readonly before = signal<readonly Standing[]>([]);
  private document: CaptionDocument = documentOf([]);
  /** Which text is being typed: what is typed in one go is taken back in one. */
  private typing: number | null = null;

  readonly cues = computed(() => this.standing().cues);
  readonly active = computed(() => this.standing().active);
  readonly canUndo = computed(() => this.before().length > 0);
  /** As it is saved; notes and styles of the file stay where they were. */
  readonly vtt = computed(() => writeVtt(withCues(this.document, this.cues())));

  /** Begins with what is saved. */
  open(vtt: string): void {
    this.document = readCaptions(vtt).document;
    this.before.set([]);
    this.typing = null;
    this.standing.set({ cues: cuesOf(this.document), active: null });
  }

  /** Which caption is being written; null for none. Captions that were given other times take their places now. */
  activate(index: number | null): void {
    this.typing = null;
    const cue = index === null ? undefined : this.cues()[index];
    const cues = lineUp(this.cues());
    this.standing.set({ cues, active: cue ? cues.indexOf(cue) : null });
  }

  write(index: number, change: Partial<Pick<CaptionCue, 'text' | 'speaker'>>): void {
    const isNew = this.typing !== index;
    this.typing = index;
    const cues = this.cues().map((cue, at) => (at === index ? { ...cue, ...change } : cue));
    this.become({ cues, active: index }, isNew);
  }

  retime(index: number, times: Partial<Pick<CaptionCue, 'from' | 'to'>>): void {
    this.step({ cues: retime(this.cues(), index, times), active: index });
  }

  /** In two at an offset of the text; the second is then written on. */
  split(index: number, caret: number): void {
    const cue = this.cues()[index];
    if (cue) this.step({ cues: this.cues().toSpliced(index, 1, ...splitCue(cue, caret)), active: index + 1 });
  }

  /** With the one after it. */
  merge(index: number): void {
    const [first, second] = this.cues().slice(index, index + 2);
    if (first && second) this.step({ cues: this.cues().toSpliced(index, 2, mergeCues(first, second)), active: index });
  }

  remove(index: number): void {
    const cues = removeCue(this.cues(), index);
    this.step({ cues, active: cues.length === 0 ? null : Math.min(index, cues.length - 1) });
  }

  /** An empty caption at `from` milliseconds, to be written; one that comes soon after is not run into. */
  add(from: number, given: Partial<CaptionCue> = {}): void {
    const next = this.cues().find((cue) => cue.from > from)?.from ?? Infinity;
    const to = Math.min(from + NEW_MS, next);
    const cue = { id: '', from, to, speaker: null, text: '', settings: '', ...given };
    const cues = insertCue(this.cues(), cue);
    this.step({ cues, active: cues.indexOf(cue) });
  }

  /** All, or those from `from` on, by so many milliseconds. */
  shift(by: number, from = 0): void {
    this.step({ cues: shiftAll(this.cues(), by, from), active: this.active() });
  }

  /** Answers how many were replaced. */
  replace(query: string, replacement: string, locale: string): number {
    const { cues, count } = replaceInCues(this.cues(), query, replacement, { locale });
    if (count > 0) this.step({ cues, active: this.active() });
    return count;
  }

  /** Empty captions at the times of others: what a translation begins with. */
  take(times: readonly CaptionCue[]): void {
    const cues = times.map(({ from, to, speaker, settings }) => ({ id: '', from, to, speaker, settings, text: '' }));
    this.step({ cues, active: 0 });
  }

  undo(): void {
    const last = this.before().at(-1);
    if (!last) return;
    this.typing = null;
    this.before.update((all) => all.slice(0, -1));
    this.standing.set(last);
  }

  private step(next: Standing): void {
    this.typing = null;
    this.become(next, true);
  }

  private become(next: Standing, remember: boolean): void {
    if (remember) this.before.update((all) => [...all.slice(1 - STEPS_BACK), this.standing()]);
    this.standing.set(next);
  }
}

/** For each cue, the text of those in another language whose middle lies in it, or that it lies in. Both are in order of time. */
export function besides(cues: readonly CaptionCue[], others: readonly CaptionCue[]): string[] {
  return cues.map((cue) =>
    others
      .filter((other) => {
        const [middle, own] = [(other.from + other.to) / 2, (cue.from + cue.to) / 2];
        return (middle >= cue.from && middle < cue.to) || (own >= other.from && own < other.to);
      })
      .map(({ text }) => text)
      .join('\n'),
  );
}
