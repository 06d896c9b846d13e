import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type StudioCourse, type StudioLesson, type Title } from '@haven/catalog/contract';
import { I18n } from '@haven/shared/web';
import { HvIcon, HvTag } from '@haven/shared/ui';
import { lessonStatus } from '../status-words';
import { OutlineWork } from './outline-work';
import { RenameForm } from './rename-form';
import { RowActs } from './row-acts';
import { type Drop, RowDrag } from './row-drag';

/** A lesson in the outline: its name, how it stands in one line, and what can be done with it. */
@Component({
  selector: 'li[havenLessonRow]',
  imports: [HvIcon, HvTag, RenameForm, RouterLink, RowActs],
  hostDirectives: [{ directive: RowDrag, inputs: ['havenRowDrag', 'kind'], outputs: ['dropped'] }],
  host: { class: 'outline-row' },
  templateUrl: './lesson-row.html',
})
export class LessonRow {
  readonly lesson = input.required<StudioLesson>();
  readonly within = input.required<StudioCourse['modules'][number]>();
  readonly course = input.required<string>();
  /** The names of those who have this lesson open. */
  readonly people = input<readonly string[]>([]);

  protected readonly i18n = inject(I18n);
  protected readonly work = inject(OutlineWork);
  protected readonly icons = { reading: 'book', recording: 'film', quiz: 'question' } as const;
  protected readonly tones = { new: 'teal', changed: 'lamp', published: 'plain' } as const;

  protected readonly row = computed(() => ({ kind: 'lesson' as const, it: this.lesson(), within: this.within() }));
  protected readonly title = computed(() => this.i18n.text(this.lesson().title));
  protected readonly status = computed(() => lessonStatus(this.i18n, this.lesson()));
  protected readonly actsLabel = computed(() => this.i18n.t('studio.outline.acts', { title: this.title() }));
  protected readonly open = computed(() => this.work.acting() === this.lesson().id);
  protected readonly renaming = computed(() => this.work.renaming() === this.lesson().id);

  protected renamed(title: Title): void {
    this.work.rename(this.row(), title);
  }

  protected done(): void {
    this.work.renaming.set(null);
    this.work.focus(`acts-${this.lesson().id}`);
  }

  /** A borrowed lesson is edited where it is from. */
  protected to(rest: string): string {
    return this.i18n.path(`/studio/courses/${this.lesson().home?.course ?? this.course()}/${rest}`);
  }
}

/** The place that a drop beside the thing `at` means, in the list `order`. */
export function dropPlace(order: readonly { id: string }[], at: string, { side, id }: Drop): string | null {
  const others = order.filter((thing) => thing.id !== id);
  const index = others.findIndex((thing) => thing.id === at);
  return (side === 'after' ? at : others[index - 1]?.id) ?? null;
}
