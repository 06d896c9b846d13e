import { Component, computed, effect, ElementRef, inject, input, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type ReleaseCard, type StudioCourse } from '@haven/catalog/contract';
import { HvNotice } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { inWords } from './when';

/** That a release was made, and when learners see it. */
@Component({
  selector: 'haven-issue-done',
  imports: [HvNotice, RouterLink],
  template: `
    <hv-notice tone="good">
      <h2 class="notice-title" #done tabindex="-1">
        {{ i18n.t(planned() ? 'releases.issue.planned' : 'studio.publish.done', { n: release().number }) }}
      </h2>
      <p>{{ i18n.t(planned() ? 'releases.issue.plannedBody' : 'studio.publish.doneBody', { time: time() }) }}</p>
      @if (course(); as course) {
        <p class="cluster">
          @if (!planned()) {
            <a [routerLink]="i18n.path('/courses/' + course.slug)">{{ i18n.t('studio.publish.see') }}</a>
          }
          <a [routerLink]="i18n.path('/studio/courses/' + course.id + '/history')">{{
            i18n.t('studio.nav.history')
          }}</a>
        </p>
      }
    </hv-notice>
  `,
})
export class IssueDone {
  readonly release = input.required<ReleaseCard>();
  readonly course = input<StudioCourse>();

  protected readonly i18n = inject(I18n);
  private readonly heading = viewChild<ElementRef<HTMLElement>>('done');
  protected readonly planned = computed(() => this.release().state === 'planned');
  protected readonly time = computed(() => inWords(this.i18n, this.release().at));

  constructor() {
    effect(() => this.heading()?.nativeElement.focus());
  }
}
