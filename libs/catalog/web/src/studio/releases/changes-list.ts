import { Component, inject, input } from '@angular/core';
import { type LessonChanges } from '@haven/catalog/contract';
import { HvTag } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { ChangeView } from '../change-view';

/** Differences for readers, lesson by lesson. */
@Component({
  selector: 'haven-changes-list',
  imports: [ChangeView, HvTag],
  template: `
    <ul class="rows">
      @for (item of changes(); track $index) {
        <li class="lesson-changes">
          <h3>
            <span [attr.lang]="item.lesson ? i18n.lang(item.title) : null">{{
              item.lesson ? i18n.text(item.title) : i18n.t('studio.publish.course')
            }}</span>
            <hv-tag [tone]="item.kind === 'added' ? 'teal' : item.kind === 'removed' ? 'bad' : 'lamp'">{{
              i18n.t('studio.publish.kind.' + item.kind)
            }}</hv-tag>
          </h3>
          @for (change of item.changes; track $index) {
            <haven-change [change]="change" />
          }
        </li>
      }
    </ul>
  `,
})
export class ChangesList {
  readonly changes = input.required<readonly LessonChanges[]>();
  protected readonly i18n = inject(I18n);
}
