import { Directive, inject, input } from '@angular/core';
import { type QuestionKind } from '@haven/assessment/contract';
import { Announcer } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { type BodyOf } from '../question-model';

/** What every component to edit a type takes: what the type alone has, whole, and each change of it, whole. */
@Directive({ host: { class: 'edit-part' } })
export abstract class EditPart<K extends QuestionKind> {
  readonly kind = input.required<K>();
  readonly body = input.required<BodyOf<K>>();
  readonly put = input.required<(body: BodyOf<K>) => void>();
  /** The errors to be shown at a path of the content. */
  readonly at = input.required<(path: string) => string[]>();

  protected readonly i18n = inject(I18n);
  private readonly announcer = inject(Announcer);

  protected t(key: string, params: Record<string, string | number> = {}): string {
    return this.i18n.t(`editing.question.${key}`, params);
  }

  protected change(part: Partial<BodyOf<K>>): void {
    this.put()({ ...this.body(), ...part });
  }

  protected say(key: string, params: Record<string, string | number>): void {
    this.announcer.say(this.t(key, params));
  }
}

/** `list` with the one at `index` changed. */
export const changed = <T>(list: readonly T[], index: number, part: Partial<T>): T[] =>
  list.map((one, at) => (at === index ? { ...one, ...part } : one));

export const without = <T>(list: readonly T[], index: number): T[] => list.filter((_, at) => at !== index);

/** `list` with the one at `index` moved by one place; as it is where there is none. */
export function moved<T>(list: readonly T[], index: number, by: -1 | 1): T[] {
  const [one, other] = [list[index], list[index + by]];
  if (one === undefined || other === undefined) return [...list];
  return list.with(index, other).with(index + by, one);
}
