import { Component, computed, inject, input } from '@angular/core';
import { type Company, type StudioCourse } from '@haven/catalog/contract';
import { I18n } from '@haven/shared/web';
import { HvIcon } from '@haven/shared/ui';
import { AddLesson } from './add-lesson';
import { dropPlace, LessonRow } from './lesson-row';
import { OutlineWork } from './outline-work';
import { RenameForm } from './rename-form';
import { RowActs } from './row-acts';
import { type Drop, RowDrag } from './row-drag';

/** A module with its lessons. */
@Component({
  selector: 'haven-module-section',
  imports: [AddLesson, HvIcon, LessonRow, RenameForm, RowActs, RowDrag],
  host: { class: 'studio-module' },
  templateUrl: './module-section.html',
})
export class ModuleSection {
  readonly module = input.required<StudioCourse['modules'][number]>();
  readonly number = input.required<number>();
  readonly course = input.required<string>();
  readonly people = input.required<Company['people']>();

  protected readonly i18n = inject(I18n);
  protected readonly work = inject(OutlineWork);
  protected readonly lessonsToo = ['lesson'] as const;
  protected readonly row = computed(() => ({ kind: 'module' as const, it: this.module() }));
  protected readonly title = computed(() => this.i18n.text(this.module().title));
  protected readonly actsLabel = computed(() => this.i18n.t('studio.outline.acts', { title: this.title() }));
  protected readonly open = computed(() => this.work.acting() === this.module().id);
  protected readonly renaming = computed(() => this.work.renaming() === this.module().id);
  protected readonly adding = computed(() => this.work.adding() === this.module().id);

  protected at(lesson: string): string[] {
    return this.people().flatMap((person) => (person.lesson === lesson && person.name ? [person.name] : []));
  }

  protected done(): void {
    this.work.renaming.set(null);
    this.work.focus(`acts-${this.module().id}`);
  }

  /** A lesson let go beside another one. */
  protected dropLesson(beside: string, drop: Drop): void {
    this.moveLesson(drop.id, dropPlace(this.module().lessons, beside, drop));
  }

  /** A module let go beside this one, or a lesson on its head. */
  protected dropHere(drop: Drop): void {
    if (drop.kind === 'lesson') return this.moveLesson(drop.id, null);
    const it = this.work.modules().find(({ id }) => id === drop.id);
    if (it) this.work.move({ kind: 'module', it }, '', dropPlace(this.work.modules(), this.module().id, drop));
  }

  private moveLesson(id: string, after: string | null): void {
    const within = this.work.modules().find(({ lessons }) => lessons.some((lesson) => lesson.id === id));
    const it = within?.lessons.find((lesson) => lesson.id === id);
    if (within && it) this.work.move({ kind: 'lesson', it, within }, this.module().id, after);
  }
}
