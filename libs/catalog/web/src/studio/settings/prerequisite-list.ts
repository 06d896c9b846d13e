import { Component, type ElementRef, inject, input, output, viewChild } from '@angular/core';
import { type CourseCard } from '@haven/catalog/contract';
import { HvButton, HvControl, HvField } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';

type Named = Pick<CourseCard, 'slug' | 'title'>;

/** The courses that are to be completed first, in their order. */
@Component({
  selector: 'haven-prerequisite-list',
  imports: [HvButton, HvControl, HvField],
  host: { class: 'stack' },
  template: `
    @if (chosen().length) {
      <ol class="rows">
        @for (course of chosen(); track course.slug) {
          <li class="cluster">
            <span [attr.lang]="i18n.lang(course.title)">{{ i18n.text(course.title) }}</span>
            <button
              hvButton="quiet"
              type="button"
              [attr.aria-label]="i18n.t('settings.removeOf', { title: i18n.text(course.title) })"
              (click)="remove(course.slug)"
            >
              {{ i18n.t('settings.remove') }}
            </button>
          </li>
        }
      </ol>
    }
    @if (chosen().length < most() && choices().length) {
      <div class="when-parts">
        <hv-field class="narrow-field" [label]="i18n.t('settings.addCourse')">
          <select hvControl #choice>
            <option value="">{{ i18n.t('settings.chooseCourse') }}</option>
            @for (course of choices(); track course.slug) {
              <option [value]="course.slug">{{ i18n.text(course.title) }}</option>
            }
          </select>
        </hv-field>
        <button hvButton="quiet" type="button" (click)="add(choice)">{{ i18n.t('settings.add') }}</button>
      </div>
    }
  `,
})
export class PrerequisiteList {
  readonly chosen = input.required<readonly Named[]>();
  readonly choices = input.required<readonly Named[]>();
  readonly most = input.required<number>();
  readonly added = output<string>();
  readonly removed = output<string>();

  protected readonly i18n = inject(I18n);
  private readonly choice = viewChild<ElementRef<HTMLSelectElement>>('choice');

  protected add(choice: HTMLSelectElement): void {
    const slug = choice.value;
    choice.value = '';
    if (slug) this.added.emit(slug);
  }

  /** The button goes with its row: what is next to do is the choice below. */
  protected remove(slug: string): void {
    this.choice()?.nativeElement.focus();
    this.removed.emit(slug);
  }
}
