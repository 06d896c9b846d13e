import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { type DeletedCourse } from '@haven/catalog/contract';
import { Announcer, HvNotice } from '@haven/shared/ui';
import { I18n, readAgain } from '@haven/shared/web';
import { BringBack } from './bring-back';
import { StudioClient } from './studio-client';

/** Below the courses that are there, those that are deleted and can be brought back; above them, the way back of the one deleted just now. */
@Component({
  selector: 'haven-deleted-courses',
  imports: [BringBack, HvNotice],
  host: { class: 'stack' },
  template: `
    @if (justNow(); as course) {
      <hv-notice>
        <p>{{ i18n.t('studio.deletion.done', { title: i18n.text(course.title) }) }}</p>
        <button class="link-button" type="button" (click)="restore(course)">
          {{ i18n.t('studio.deletion.undo') }}
        </button>
      </hv-notice>
    }
    @if (failed()) {
      <hv-notice tone="warn" role="alert"
        ><p>{{ i18n.t('studio.deletion.notRestored') }}</p></hv-notice
      >
    }
    <ng-content />
    <haven-bring-back
      [heading]="i18n.t('studio.deletion.list')"
      [none]="i18n.t('studio.deletion.none')"
      [things]="courses"
      [words]="words"
      [(opened)]="opened"
      (back)="restore($event)"
    />
  `,
})
export class DeletedCourses {
  /** The id of the course that was deleted just now. */
  readonly deleted = input<string>();
  readonly restored = output();

  protected readonly i18n = inject(I18n);
  private readonly client = inject(StudioClient);
  private readonly announcer = inject(Announcer);
  protected readonly opened = signal(false);
  protected readonly courses = this.client.deletedCourses(() => this.opened() || this.deleted() !== undefined);
  protected readonly failed = linkedSignal({ source: this.deleted, computation: () => false });
  protected readonly justNow = computed(() =>
    this.courses.hasValue() ? this.courses.value().items.find(({ id }) => id === this.deleted()) : undefined,
  );

  protected readonly words = ({ slug, deletedAt, goneAt }: DeletedCourse): string => {
    const since = { slug, date: this.i18n.date(deletedAt) };
    if (!goneAt) return this.i18n.t('studio.deletion.kept', since);
    return this.i18n.t('studio.deletion.gone', { ...since, gone: this.i18n.date(goneAt) });
  };

  protected async restore({ id, title }: DeletedCourse): Promise<void> {
    try {
      await this.client.restoreCourse(id);
      this.failed.set(false);
      this.announcer.say(this.i18n.t('studio.deletion.restored', { title: this.i18n.text(title) }));
      this.restored.emit();
    } catch {
      this.failed.set(true);
    }
    readAgain(this.courses);
  }
}
