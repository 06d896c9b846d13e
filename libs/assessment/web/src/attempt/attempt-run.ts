import {
  computed,
  effect,
  inject,
  Injectable,
  Injector,
  linkedSignal,
  resource,
  signal,
  untracked,
} from '@angular/core';
import { type AttemptDetail, type QuestionFace } from '@haven/assessment/contract';
import { I18n, problemOf, readAgain } from '@haven/shared/web';
// Not from `plain`: every grader would come with the quiz page.
import { type Answer as Given, isBlank } from '@haven/assessment/contract/answer';
import { type Answer, latest } from './answers';
import { AttemptClient } from './attempt-client';
import { type AttemptDesk } from '../kept/attempt-desk';
import { flagsOf, keepFlags } from './flags';
import { PartLoader } from './parts/part-loader';

/** The same nothing every time, so that nobody is told of a new answer where there is none. */
const NOTHING: Given = [];

/** How handing in went. `waiting`: answers are still on this device. `refused`: one was not accepted. `unreachable`: no answer. */
export type Submission = 'done' | 'waiting' | 'refused' | 'unreachable';

/** One attempt while it is taken: what is answered, wherever it is known from, and what is done with it. Provided by the attempt's frame. */
@Injectable()
export class AttemptRun {
  private readonly i18n = inject(I18n);
  private readonly client = inject(AttemptClient);
  private readonly parts = inject(PartLoader);
  private readonly injector = inject(Injector);
  /** Present once an attempt was practice that was begun on this device. */
  private desk: AttemptDesk | null = null;
  private coming: Promise<AttemptDesk> | null = null;

  /** How far the server's clock is ahead of this device's, in milliseconds. */
  private ahead = 0;

  readonly id = signal<string | undefined>(undefined);
  readonly attempt = resource({ params: this.id, loader: ({ params }) => this.load(params) });
  readonly detail = computed(() => (this.attempt.hasValue() ? this.attempt.value() : null));
  readonly questions = computed(() => this.detail()?.questions ?? []);

  private readonly here = linkedSignal<string | undefined, Answer[]>({ source: this.id, computation: () => [] });
  readonly flags = linkedSignal(() => flagsOf(this.id() ?? ''));
  private readonly waiting = computed(() => this.client.waiting(this.id() ?? ''));
  private readonly answers = computed(() =>
    latest(
      this.detail()?.responses ?? [],
      this.waiting().map(({ response }) => response),
      this.here(),
    ),
  );
  /** What the questions tell whose answers are fixed. */
  readonly confirmed = computed(() => new Map((this.detail()?.confirmed ?? []).map((told) => [told.question, told])));
  readonly unanswered = computed(() => this.questions().filter((question) => isBlank(this.answered(question.id))));

  /** Whether all that the questions need has come, or was tried: from then on the line may fail. */
  readonly ready = computed(
    () =>
      this.detail() !== null && this.questions().every(({ kind }) => this.parts.part(kind) ?? this.parts.failed(kind)),
  );

  constructor() {
    effect(() => {
      const kinds = this.questions().map(({ kind }) => kind);
      untracked(() => void this.parts.load(kinds));
    });
  }

  /** What the server's clock says, as far as this device knows, in milliseconds. */
  readonly now = (): number => Date.now() + this.ahead;

  answered(question: string): Given {
    return this.answers().get(question)?.answer ?? NOTHING;
  }

  answer(question: QuestionFace, answer: Given): void {
    const attempt = this.id();
    if (!attempt || this.confirmed().has(question.id)) return;
    const seq = (this.answers().get(question.id)?.seq ?? 0) + 1;
    this.here.update((answers) => [
      ...answers.filter((answer) => answer.question !== question.id),
      { question: question.id, answer, seq },
    ]);
    const response = {
      id: crypto.randomUUID(),
      question: question.id,
      answer,
      seq,
      at: new Date(this.now()).toISOString(),
      lang: this.i18n.locale(),
    };
    if (this.desk?.holds(attempt)) this.desk.answer(attempt, response);
    else {
      this.client.choose({ attempt, response });
      void this.coming?.then((desk) => desk.note(attempt, response)).catch(() => undefined);
    }
  }

  toggleFlag(question: string): void {
    this.flags.update(
      (flags) => new Set(flags.has(question) ? [...flags].filter((id) => id !== question) : [...flags, question]),
    );
    keepFlags(this.id() ?? '', this.flags());
  }

  /** Fixes an answer, once it is saved, and tells what is right. */
  async confirm(question: string): Promise<Submission> {
    const attempt = this.id();
    if (!attempt) return 'unreachable';
    const here = this.desk?.confirm(attempt, question);
    if (here) {
      this.attempt.set(here);
      return 'done';
    }
    await this.client.flush();
    const waiting = this.waiting().find(({ response }) => response.question === question);
    if (waiting) return waiting.refused ? 'refused' : 'waiting';
    try {
      const told = await this.client.confirm(attempt, question);
      this.attempt.set(told);
      void this.coming?.then((desk) => desk.keep(told)).catch(() => undefined);
      return 'done';
    } catch (error) {
      // Handed in meanwhile by another tab: the result is there.
      if (problemOf(error)?.code === 'attempt-closed') readAgain(this.attempt);
      return 'unreachable';
    }
  }

  /** Hands in, once every answer is saved: what is submitted is what the server has. */
  async submit(): Promise<Submission> {
    const attempt = this.id();
    if (!attempt) return 'unreachable';
    const marked = await this.desk?.handIn(attempt);
    if (marked) {
      this.attempt.set(marked);
      keepFlags(attempt, new Set());
      return 'done';
    }
    await this.client.flush();
    const waiting = this.waiting();
    if (waiting.some((choice) => choice.refused)) return 'refused';
    if (waiting.length > 0) return 'waiting';
    try {
      this.attempt.set(await this.client.submit(attempt));
      keepFlags(attempt, new Set());
      return 'done';
    } catch (error) {
      // Handed in already, perhaps by another tab or by an answer that got lost: the result is there.
      if (problemOf(error)?.code !== 'attempt-closed') return 'unreachable';
      readAgain(this.attempt);
      return 'done';
    }
  }

  /** From the server, which knows best; from this device where there is no line, or where practice begun here is not all sent yet. */
  private async load(id: string): Promise<AttemptDetail> {
    const desk = import('../kept/attempt-desk').then((file) => this.injector.get(file.AttemptDesk));
    this.coming = desk;
    try {
      const here = (await this.client.practiceWaits(id)) ? await this.find(desk, id, false) : null;
      if (here) return here;
      const told = await this.client.attempt(id);
      this.ahead = new Date(told.now).getTime() - Date.now();
      void desk.then((desk) => desk.keep(told)).catch(() => undefined);
      return told;
    } catch (error) {
      const here = await this.find(desk, id, problemOf(error) === null);
      if (here) return here;
      throw error;
    }
  }

  private async find(coming: Promise<AttemptDesk>, id: string, stale: boolean): Promise<AttemptDetail | null> {
    const desk = await coming.catch(() => null);
    this.desk = desk;
    return (await desk?.find(id, stale)) ?? null;
  }
}
