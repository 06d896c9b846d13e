import { Directive, linkedSignal, type OnDestroy } from '@angular/core';
import { type QuestionFace } from '@haven/assessment/contract';
import { type Answer, entries } from '@haven/assessment/contract/plain';
import { AnswerPart } from './answer-part';

/** So long after the last key a text is kept, in milliseconds; leaving the field or the page keeps it at once. */
const IDLE = 400;

/** An answer by fields, typed or chosen from lists. */
@Directive()
export abstract class TypedPart<Face extends QuestionFace> extends AnswerPart<Face> implements OnDestroy {
  private idle: ReturnType<typeof setTimeout> | null = null;
  /** What is in the fields. An answer that comes from elsewhere does not take away what is being typed. */
  private readonly fields = linkedSignal<Answer, Readonly<Record<string, string>>>({
    source: () => this.answer(),
    computation: (answer, before) => (before && this.idle !== null ? before.value : entries(answer)),
  });

  protected field(name: string): string {
    return this.fields()[name] ?? '';
  }

  protected type(name: string, event: Event): void {
    this.set(name, event);
    if (this.idle !== null) clearTimeout(this.idle);
    this.idle = setTimeout(() => this.keep(), IDLE);
  }

  protected choose(name: string, event: Event): void {
    this.set(name, event);
    this.tell();
  }

  /** Tells what was typed and not told yet. */
  protected keep(): void {
    if (this.idle !== null) this.tell();
  }

  ngOnDestroy(): void {
    this.keep();
  }

  private set(name: string, event: Event): void {
    const { value } = event.target as HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
    this.fields.update((fields) => ({ ...fields, [name]: value }));
  }

  private tell(): void {
    if (this.idle !== null) clearTimeout(this.idle);
    this.idle = null;
    this.give()(this.fields());
  }
}
