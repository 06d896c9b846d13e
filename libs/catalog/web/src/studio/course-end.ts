import { Component, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { type StudioCourse } from '@haven/catalog/contract';
import { SessionStore } from '@haven/identity/web';
import { HvButton, HvDialog, HvNotice } from '@haven/shared/ui';
import { I18n, problemOf } from '@haven/shared/web';
import { StudioClient } from './studio-client';

/** Deleting a course, not before a second word. What learners see goes only with the right to publish. */
@Component({
  selector: 'haven-course-end',
  imports: [HvButton, HvDialog, HvNotice],
  host: { class: 'stack' },
  template: `
    <h2>{{ i18n.t('studio.deletion.title') }}</h2>
    @if (!public() || session.mayPublish()) {
      <p class="small">{{ i18n.t('studio.deletion.' + (public() ? 'hintPublic' : 'hint')) }}</p>
      @if (failed(); as words) {
        <hv-notice tone="warn" role="alert"
          ><p>{{ words }}</p></hv-notice
        >
      }
      <p>
        <button hvButton="danger" type="button" (click)="asked.set(true)">{{ i18n.t('studio.deletion.do') }}</button>
      </p>
    } @else {
      <p class="small">{{ i18n.t('studio.deletion.notYours') }}</p>
    }
    <hv-dialog
      [heading]="i18n.t('studio.deletion.heading')"
      [closeLabel]="i18n.t('studio.deletion.no')"
      [(open)]="asked"
    >
      <div class="stack">
        <p>
          {{ i18n.t('studio.deletion.' + (public() ? 'bodyPublic' : 'body'), { title: i18n.text(course().title) }) }}
        </p>
        <p class="cluster">
          <button hvButton="danger" type="button" (click)="delete()">{{ i18n.t('studio.deletion.yes') }}</button>
          <button hvButton="quiet" type="button" (click)="asked.set(false)">{{ i18n.t('studio.deletion.no') }}</button>
        </p>
      </div>
    </hv-dialog>
  `,
})
export class CourseEnd {
  readonly course = input.required<StudioCourse>();

  protected readonly i18n = inject(I18n);
  protected readonly session = inject(SessionStore);
  private readonly client = inject(StudioClient);
  private readonly router = inject(Router);
  protected readonly asked = signal(false);
  protected readonly failed = signal('');

  /** Whether learners see it, or are going to. */
  protected public(): boolean {
    const { release, planned } = this.course().status;
    return release !== null || planned !== null;
  }

  protected async delete(): Promise<void> {
    const { id } = this.course();
    this.asked.set(false);
    try {
      await this.client.deleteCourse(id);
      await this.router.navigate([this.i18n.path('/studio')], { queryParams: { deleted: id } });
    } catch (error) {
      this.failed.set(this.i18n.t(problemOf(error) ? 'studio.deletion.failed' : 'studio.deletion.offline'));
    }
  }
}
