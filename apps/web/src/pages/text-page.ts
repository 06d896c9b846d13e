import { Component, computed, inject, input } from '@angular/core';
import { I18n, pageDescription } from '@haven/shared/web';
import { sections } from './sections';

/** A page of the site's own words: `page` names it in the dictionary. */
@Component({
  selector: 'haven-text',
  template: `
    <article class="wrap plain-page">
      <div class="page-top">
        <h1>{{ i18n.t('pages.' + page() + '.title') }}</h1>
        <p class="lede">{{ i18n.t('pages.' + page() + '.lede') }}</p>
      </div>
      <div class="blocks text-page">
        @for (part of parts(); track part.heading) {
          <h2>{{ part.heading }}</h2>
          @for (block of part.blocks; track $index) {
            @if (block.list) {
              <ul>
                @for (line of block.lines; track line) {
                  <li>{{ line }}</li>
                }
              </ul>
            } @else {
              <p>{{ block.lines[0] }}</p>
            }
          }
        }
      </div>
    </article>
  `,
})
export class TextPage {
  readonly page = input.required<keyof typeof sections>();

  protected readonly i18n = inject(I18n);
  /** The text of a section is lines: one that starts with "- " belongs to a list. */
  protected readonly parts = computed(() =>
    sections[this.page()].map((name) => {
      const key = `pages.${this.page()}.${name}`;
      const lines = this.i18n.t(`${key}.text`).split('\n');
      const blocks: { list: boolean; lines: string[] }[] = [];
      for (const line of lines) {
        const last = blocks.at(-1);
        const list = line.startsWith('- ');
        if (list && last?.list) last.lines.push(line.slice(2));
        else blocks.push({ list, lines: [list ? line.slice(2) : line] });
      }
      return { heading: this.i18n.t(`${key}.title`), blocks };
    }),
  );

  constructor() {
    pageDescription(() => this.i18n.t(`pages.${this.page()}.lede`));
  }
}
