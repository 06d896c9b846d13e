import { Component, computed, inject, input, output, signal } from '@angular/core';
import { type LessonDetail } from '@haven/catalog/contract';
import { RecordingStudy } from '@haven/recordings/web';
import { HvSkeleton } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { CourseStudy } from '../course/course-study';
import { LessonNotes } from '../notes/lesson-notes';
import { LessonText } from './lesson-text';
import { lookAt, type Watched } from './watched-enough';

/** A recording as a lesson. */
@Component({
  selector: 'haven-recording-lesson',
  imports: [RecordingStudy, LessonNotes, LessonText, HvSkeleton],
  template: `
    @if (lesson().recording; as recording) {
      <haven-recording-study
        #study
        [recording]="recording"
        [notes]="notes"
        [marks]="marks()"
        [required]="required()"
        [at]="at()"
        [tab]="tab()"
        (tabChange)="tabChange.emit($event)"
        (saved)="look($event)"
      >
        <haven-lesson-text [body]="lesson().body" [playing]="lesson().slug" />
        <ng-template #notes>
          @defer (on idle) {
            <haven-lesson-notes
              [lesson]="lesson()"
              [second]="study.second()"
              (seek)="study.playFrom($event)"
              (marks)="marks.set($event)"
            />
          } @placeholder {
            <hv-skeleton [lines]="3" [label]="i18n.t('learning.notes.loading')" />
          } @error {
            <p>{{ i18n.t('learning.notes.failed') }}</p>
          }
        </ng-template>
      </haven-recording-study>
    }
  `,
})
export class RecordingLesson {
  readonly lesson = input.required<LessonDetail>();
  readonly at = input.required<number | null>();
  readonly tab = input.required<string>();
  readonly tabChange = output<string>();
  protected readonly i18n = inject(I18n);
  private readonly study = inject(CourseStudy);
  /** The seconds that have a note. */
  protected readonly marks = signal<readonly number[]>([]);

  protected readonly required = computed(() => {
    const { rule } = this.lesson();
    return rule.kind === 'watch' ? rule.required : null;
  });

  protected look(watched: Watched): void {
    lookAt(this.study, this.lesson(), watched);
  }
}
