import { Component, computed, inject, input, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MediaKind } from '@haven/catalog/contract';
import { type Leavable, outcomeOf } from '@haven/identity/web/editing';
import { type Text } from '@haven/shared/contract';
import { I18n, pageTitle } from '@haven/shared/web';
import { HvIcon, HvSkeleton } from '@haven/shared/ui';
import { CourseNav } from './course-nav';
import { LessonEditor } from './lesson-editor';
import { type LessonModel, toEditLesson, toLessonModel } from './lesson-model';
import { company } from './outline/company';
import { StudioClient } from './studio-client';
import { Trouble } from './trouble';

/** A lesson's draft, to be written. */
@Component({
  selector: 'haven-lesson-page',
  imports: [CourseNav, HvIcon, HvSkeleton, LessonEditor, RouterLink, Trouble],
  host: { class: 'studio studio-course' },
  template: `
    @if (draft.error(); as error) {
      <div class="wrap"><haven-trouble [error]="error" (retry)="draft.reload()" /></div>
    } @else {
      <haven-course-nav [course]="id()" />
      <div class="wrap stack">
        <p class="eyebrow">{{ eyebrow() }}</p>
        <h1 [attr.lang]="lang()">{{ heading() }}</h1>
        @if (row(); as row) {
          <p class="cluster">
            <a [routerLink]="i18n.path('/studio/courses/' + id() + '/preview')" [queryParams]="{ lesson: row.slug }">{{
              i18n.t('studio.preview.open')
            }}</a>
            @if (row.quiz; as quiz) {
              <a [routerLink]="i18n.path('/studio/courses/' + id() + '/questions/' + quiz)">{{
                i18n.t('studio.outline.questionsOf', { title: heading() })
              }}</a>
            }
          </p>
        }
        <p>
          <a
            [routerLink]="i18n.path('/studio/courses/' + id() + '/translations')"
            [queryParams]="{ lesson: lesson() }"
            >{{ i18n.t('studio.lesson.translate') }}</a
          >
        </p>
        @for (name of here(); track name) {
          <p class="small row-company"><hv-icon name="edit" />{{ i18n.t('studio.company.editing', { name }) }}</p>
        }
        @if (draft.hasValue()) {
          @for (lesson of [draft.value()]; track lesson.id) {
            <haven-lesson-editor
              [draft]="lesson"
              [lessons]="lessons()"
              [save]="save()"
              [upload]="upload()"
              (titled)="titled.set($event)"
            />
          }
        } @else {
          <hv-skeleton [lines]="10" [label]="i18n.t('studio.loading')" />
        }
      </div>
    }
  `,
})
export class LessonPage implements Leavable {
  readonly id = input.required<string>();
  readonly lesson = input.required<string>();

  protected readonly i18n = inject(I18n);
  private readonly client = inject(StudioClient);
  private readonly editor = viewChild(LessonEditor);
  protected readonly course = this.client.course(this.id);
  protected readonly draft = this.client.lesson(this.id, this.lesson);
  private readonly company = company(this.id, this.lesson);
  protected readonly here = computed(() =>
    this.company().people.flatMap(({ name, lesson }) => (lesson === this.lesson() && name ? [name] : [])),
  );
  protected readonly titled = signal<{ title: Text; bad: boolean } | null>(null);

  protected readonly lessons = computed(() =>
    this.course.hasValue() ? this.course.value().modules.flatMap((module) => module.lessons) : [],
  );
  protected readonly row = computed(() => this.lessons().find((lesson) => lesson.id === this.lesson()));
  protected readonly eyebrow = computed(() => {
    const [course, row] = [this.course.hasValue() ? this.i18n.text(this.course.value().title) : '', this.row()];
    return [course, row ? this.i18n.t(`studio.kind.${row.kind}`) : '']
      .filter(Boolean)
      .join(this.i18n.t('list.separator'));
  });
  private readonly title = computed(() => this.titled()?.title ?? this.row()?.title);
  protected readonly heading = computed(() => {
    const title = this.title();
    return (title && this.i18n.text(title)) || this.i18n.t('studio.lesson.titleFallback');
  });
  protected readonly lang = computed(() => {
    const title = this.title();
    return title ? this.i18n.lang(title) : null;
  });

  /** Bound to the lesson it was made for: an editor that is going away still saves there, and never onto the lesson that comes. */
  protected readonly save = computed(() => {
    const [id, lesson] = [this.id(), this.lesson()];
    const theirs = async () => {
      const draft = await this.client.readLesson(id, lesson);
      return { version: draft.version, value: toLessonModel(draft) };
    };
    return (model: LessonModel, version: number) =>
      outcomeOf(this.client.saveLesson(id, lesson, toEditLesson(model), version), theirs);
  });

  protected readonly upload = computed(() => {
    const id = this.id();
    return (kind: MediaKind, file: Blob) => this.client.addMedia(id, kind, file);
  });

  constructor() {
    pageTitle(() => {
      const title = this.heading();
      return this.titled()?.bad ? this.i18n.t('error.titlePrefix', { title }) : title;
    });
  }

  settle(): Promise<boolean> {
    return this.editor()?.settle() ?? Promise.resolve(true);
  }
}
