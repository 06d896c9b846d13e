import { Component, computed, inject, input, output } from '@angular/core';
import { type LessonDetail } from '@haven/catalog/contract';
import { needs, RecordingStudy } from '@haven/recordings/web';
import { type Range } from '@haven/shared/contract';
import { CourseStudy } from '../course/course-study';
import { LessonText } from './lesson-text';

/** A recording as a lesson: when the server first holds some of it, and when that meets the rule, the progress is asked for anew. */
@Component({
  selector: 'haven-recording-lesson',
  imports: [RecordingStudy, LessonText],
  template: `
    @if (lesson().recording; as recording) {
      <haven-recording-study
        [recording]="recording"
        [required]="required()"
        [at]="at()"
        [tab]="tab()"
        (tabChange)="tabChange.emit($event)"
        (saved)="look($event)"
      >
        <haven-lesson-text [body]="lesson().body" />
      </haven-recording-study>
    }
  `,
})
export class RecordingLesson {
  readonly lesson = input.required<LessonDetail>();
  readonly at = input.required<number | null>();
  readonly tab = input.required<string>();
  readonly tabChange = output<string>();
  private readonly study = inject(CourseStudy);

  protected readonly required = computed(() => {
    const { rule } = this.lesson();
    return rule.kind === 'watch' ? rule.required : null;
  });

  protected look({ ranges, transcriptRead }: { ranges: readonly Range[]; transcriptRead: boolean }): void {
    const [recording, required] = [this.lesson().recording, this.required()];
    if (!recording || required === null || this.study.of(this.lesson().slug)?.completedAt) return;
    const missing = this.study.of(this.lesson().slug)?.missing;
    const begun = missing?.kind === 'watch' && missing.covered === 0 && ranges.length > 0;
    if (begun || transcriptRead || needs(ranges, recording.duration, required).met) void this.study.refresh();
  }
}
