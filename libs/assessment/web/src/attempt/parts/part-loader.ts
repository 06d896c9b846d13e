import { Service, signal, type Type } from '@angular/core';
import { type QuestionKind } from '@haven/assessment/contract';
import { answerParts } from './parts';

/** The components to answer that have arrived. An attempt asks for all that it needs when it opens, so that the line may fail later. */
@Service()
export class PartLoader {
  private readonly arrived = signal<Partial<Record<QuestionKind, Type<unknown>>>>({});
  private readonly missed = signal<ReadonlySet<QuestionKind>>(new Set());

  part(kind: QuestionKind): Type<unknown> | null {
    return this.arrived()[kind] ?? null;
  }

  failed(kind: QuestionKind): boolean {
    return this.missed().has(kind);
  }

  async load(kinds: Iterable<QuestionKind>): Promise<void> {
    await Promise.all(Array.from(new Set(kinds), (kind) => this.loadOne(kind)));
  }

  private async loadOne(kind: QuestionKind): Promise<void> {
    try {
      const part = await answerParts[kind]();
      this.arrived.update((parts) => ({ ...parts, [kind]: part }));
      this.missed.update((kinds) => new Set([...kinds].filter((one) => one !== kind)));
    } catch {
      this.missed.update((kinds) => new Set([...kinds, kind]));
    }
  }
}
