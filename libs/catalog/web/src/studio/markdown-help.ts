import { Component, inject, input } from '@angular/core';
import { type StudioLesson } from '@haven/catalog/contract';
import { I18n } from '@haven/shared/web';

/** What may be written in a lesson's text, by example, and the names of the lessons it can link to. */
@Component({
  selector: 'haven-markdown-help',
  template: `
    <details class="markdown-help">
      <summary>{{ i18n.t('studio.lesson.help') }}</summary>
      <p class="small">{{ i18n.t('studio.lesson.helpBlank') }}</p>
      <dl>
        @for (sample of samples; track sample) {
          <div>
            <dt>{{ i18n.t('studio.lesson.helps.' + sample) }}</dt>
            <dd>
              <code>{{ i18n.t('studio.lesson.samples.' + sample) }}</code>
            </dd>
          </div>
        }
        <div>
          <dt>{{ i18n.t('studio.lesson.helps.link') }}</dt>
          <dd>
            <code>{{ i18n.t('studio.lesson.linkSample') }}</code>
          </dd>
        </div>
        @if (lessons().length) {
          <div>
            <dt>{{ i18n.t('studio.lesson.links') }}</dt>
            <dd>
              <ul>
                @for (lesson of lessons(); track lesson.id) {
                  <li>
                    <code>lesson:{{ lesson.slug }}</code>
                    <span class="small" [attr.lang]="i18n.lang(lesson.title)"> {{ i18n.text(lesson.title) }}</span>
                  </li>
                }
              </ul>
            </dd>
          </div>
        }
      </dl>
    </details>
  `,
})
export class MarkdownHelp {
  readonly lessons = input<readonly StudioLesson[]>([]);
  protected readonly i18n = inject(I18n);
  protected readonly samples = [
    ...['heading', 'subheading', 'strong', 'list', 'quote', 'note', 'table'],
    ...['clause', 'moment', 'term', 'resource'],
  ];
}
