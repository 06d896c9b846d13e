import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { I18n, readAgain } from '@haven/shared/web';
import { HvButton, HvEmpty, HvSkeleton } from '@haven/shared/ui';
import { DeletedCourses } from './deleted-courses';
import { statusWords } from './status-words';
import { StudioClient } from './studio-client';
import { Trouble } from './trouble';

/** Every course that this person may edit, each with how it stands. */
@Component({
  selector: 'haven-course-list-page',
  imports: [DeletedCourses, HvButton, HvEmpty, HvSkeleton, RouterLink, Trouble],
  host: { class: 'studio studio-course' },
  template: `
    <div class="wrap stack">
      @if (courses.error(); as error) {
        <haven-trouble [error]="error" (retry)="courses.reload()" />
      } @else {
        <h1>{{ i18n.t('studio.courses.title') }}</h1>
        <p class="lede">{{ i18n.t('studio.courses.lede') }}</p>
        <p class="cluster">
          <a hvButton [routerLink]="i18n.path('/studio/courses/new')">{{ i18n.t('studio.courses.begin') }}</a>
          <a hvButton="quiet" [routerLink]="i18n.path('/studio/import')">{{ i18n.t('studio.courses.bringIn') }}</a>
        </p>
        @if (courses.hasValue()) {
          <haven-deleted-courses [deleted]="deleted()" (restored)="readAgain(courses)">
            <ul class="rows course-rows">
              @for (course of courses.value().items; track course.id) {
                <li class="studio-row">
                  <h2 class="studio-row-title">
                    <a
                      [routerLink]="i18n.path('/studio/courses/' + course.id + '/outline')"
                      [attr.lang]="i18n.lang(course.title)"
                      >{{ i18n.text(course.title) }}</a
                    >
                  </h2>
                  <p class="small">{{ words(i18n, course.status) }}</p>
                  @if (course.review.old) {
                    <p class="small course-old">
                      {{ i18n.t('studio.review.old', { date: i18n.date(course.review.on) }) }}
                      <a
                        [routerLink]="i18n.path('/studio/courses/' + course.id + '/settings')"
                        [attr.aria-label]="i18n.t('studio.review.lookOf', { title: i18n.text(course.title) })"
                        >{{ i18n.t('studio.review.look') }}</a
                      >
                    </p>
                  }
                </li>
              } @empty {
                <li>
                  <hv-empty [heading]="i18n.t('studio.courses.empty')">
                    <p>{{ i18n.t('studio.courses.emptyBody') }}</p>
                  </hv-empty>
                </li>
              }
            </ul>
          </haven-deleted-courses>
        } @else {
          <hv-skeleton [lines]="6" [label]="i18n.t('studio.loading')" />
        }
      }
    </div>
  `,
})
export class CourseListPage {
  /** The id of the course that was deleted just now. */
  readonly deleted = input<string>();

  protected readonly i18n = inject(I18n);
  protected readonly readAgain = readAgain;
  protected readonly courses = inject(StudioClient).courses();
  protected readonly words = statusWords;
}
