import { Component, computed, inject, input, model, signal } from '@angular/core';
import { type LessonKind } from '@haven/catalog/contract';
import { HvControl, HvField } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { type Text } from '@haven/shared/contract';
import { CatalogClient } from '../../catalog-client';
import { StudioClient } from '../studio-client';

/** A published lesson of another course, and whether it is to follow what is published there. */
export interface Borrowed {
  readonly lesson: string;
  readonly kind: LessonKind;
  readonly title: Text;
  readonly follow: boolean;
}

/** Chooses a lesson of another course: the course, the lesson in it, and whether it follows. */
@Component({
  selector: 'haven-borrow-lesson',
  imports: [HvControl, HvField],
  host: { class: 'stack' },
  template: `
    <hv-field [label]="i18n.t('studio.outline.borrow.whichCourse')">
      <select #from hvControl (change)="slug.set(from.value); chosen.set(null)">
        <option value="" [selected]="!slug()">{{ i18n.t('studio.outline.choose') }}</option>
        @for (one of others(); track one.id) {
          <option [value]="one.slug" [selected]="slug() === one.slug">{{ i18n.text(one.title) }}</option>
        }
      </select>
    </hv-field>
    <hv-field [label]="i18n.t('studio.outline.borrow.whichLesson')" [errors]="errors()">
      <select #which hvControl (change)="choose(which.value)">
        <option value="" [selected]="!chosen()">{{ i18n.t('studio.outline.choose') }}</option>
        @for (module of modules(); track module.id) {
          <optgroup [label]="i18n.text(module.title)">
            @for (lesson of module.lessons; track lesson.id) {
              <option [value]="lesson.id" [selected]="chosen()?.lesson === lesson.id">
                {{ i18n.text(lesson.title) }}
              </option>
            }
          </optgroup>
        }
      </select>
    </hv-field>
    <fieldset class="plain-set">
      <legend class="label">{{ i18n.t('studio.outline.borrow.later') }}</legend>
      @for (follows of [true, false]; track follows) {
        <label class="choice">
          <input
            type="radio"
            [name]="'follow-' + course()"
            [checked]="follow() === follows"
            (change)="setFollow(follows)"
          />
          <span>{{ i18n.t('studio.outline.borrow.' + (follows ? 'follow' : 'stay')) }}</span>
        </label>
      }
    </fieldset>
  `,
})
export class BorrowLesson {
  readonly course = input.required<string>();
  readonly attempted = input(false);
  readonly chosen = model<Borrowed | null>(null);

  protected readonly i18n = inject(I18n);
  protected readonly slug = signal('');
  protected readonly follow = signal(true);
  private readonly courses = inject(StudioClient).published();
  private readonly detail = inject(CatalogClient).course(() => this.slug() || undefined);

  protected readonly others = computed(() =>
    this.courses.hasValue() ? this.courses.value().items.filter(({ id }) => id !== this.course()) : [],
  );
  /** Those of the course before are not offered while the next one is loading. */
  protected readonly modules = computed(() => {
    const detail = this.detail.hasValue() ? this.detail.value() : null;
    return detail?.slug === this.slug() ? detail.modules : [];
  });
  protected readonly errors = computed(() =>
    this.attempted() && !this.chosen() ? [this.i18n.t('studio.outline.borrow.needsLesson')] : [],
  );

  protected choose(id: string): void {
    const lesson = this.modules()
      .flatMap(({ lessons }) => lessons)
      .find((one) => one.id === id);
    this.chosen.set(lesson ? { lesson: id, kind: lesson.kind, title: lesson.title, follow: this.follow() } : null);
  }

  protected setFollow(follow: boolean): void {
    this.follow.set(follow);
    this.chosen.update((chosen) => chosen && { ...chosen, follow });
  }
}
