import { Component, inject, input, output } from '@angular/core';
import { type Impact } from '@haven/catalog/contract';
import { HvButton, HvControl, HvField, HvNotice } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { CompletedField } from './completed-field';
import { Issue } from './issue';
import { WhenField } from './when-field';

/** The note, the time and the button of a release; for those who may not publish, who does. */
@Component({
  selector: 'haven-issue-form',
  imports: [CompletedField, HvButton, HvControl, HvField, HvNotice, WhenField],
  template: `
    @if (issue.mayPublish()) {
      <form class="stack stack-loose publish-part measure" novalidate (submit)="$event.preventDefault(); issued.emit()">
        <hv-field
          [label]="i18n.t('studio.publish.note')"
          [hint]="i18n.t('studio.publish.noteHint')"
          [optional]="i18n.t('studio.publish.optional')"
          [errors]="issue.noteErrors()"
        >
          <textarea
            hvControl
            id="note"
            class="short-text"
            rows="3"
            [value]="issue.note()"
            (input)="issue.write($any($event.target).value)"
          ></textarea>
        </hv-field>
        <haven-when-field [(when)]="issue.when" [errors]="issue.timeErrors()" />
        @if (impact()) {
          <haven-completed-field [(completed)]="issue.completed" />
        }
        <p>
          <button hvButton type="submit">{{ word() }}</button>
        </p>
      </form>
    } @else {
      <hv-notice class="measure">
        <h2 class="notice-title">{{ i18n.t('studio.publish.editor') }}</h2>
        <p>{{ i18n.t('studio.publish.editorBody') }}</p>
      </hv-notice>
    }
  `,
})
export class IssueForm {
  /** The number that the release will have, and the key of the words to publish it at once. */
  readonly next = input.required<number>();
  readonly words = input('studio.publish.submit');
  /** Null before the first release: nobody has completed anything yet. */
  readonly impact = input<Impact | null>(null);
  readonly issued = output();

  protected readonly i18n = inject(I18n);
  protected readonly issue = inject(Issue);

  protected word(): string {
    const { now } = this.issue.when();
    if (this.issue.sending()) return this.i18n.t(now ? 'studio.publish.sending' : 'releases.issue.planning');
    return this.i18n.t(now ? this.words() : 'releases.issue.plan', { n: this.next() });
  }
}
