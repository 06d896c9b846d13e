import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { type Block, type Locale } from '@haven/shared/contract';
import { I18n } from '@haven/shared/web';
import { badLinks } from './links';
import { level, readability } from './readability';

const quiet = 600;
const shown = { sentences: 3, letters: 70 };

/** What might be mended in a text: how hard it is to read, sentences that are long, links that lead nowhere. Hints, never refusals. */
@Component({
  selector: 'haven-writing-hints',
  host: { class: 'writing-hints small' },
  template: `
    <p>{{ measure() }}</p>
    @if (reading().long.length; as count) {
      <p>{{ i18n.n('studio.writing.long', count) }}</p>
      <ul>
        @for (sentence of longest(); track sentence) {
          <li [attr.lang]="lang()">{{ sentence }}</li>
        }
      </ul>
    }
    @for (link of links(); track link.href) {
      <p class="writing-fault">{{ i18n.t('studio.writing.links.' + link.why, { href: link.href }) }}</p>
    }
  `,
})
export class WritingHints {
  readonly blocks = input.required<readonly Block[]>();
  readonly locale = input.required<Locale>();
  /** The addresses of the lessons of the course; null while they are not known. */
  readonly lessons = input.required<ReadonlySet<string> | null>();

  protected readonly i18n = inject(I18n);
  /** The text as it was when the person last paused: nobody is told about half a sentence. */
  private readonly settled = signal<readonly Block[]>([]);
  protected readonly reading = computed(() => readability(this.settled(), this.locale()));
  protected readonly lang = computed(() => (this.locale() === this.i18n.locale() ? null : this.locale()));
  protected readonly longest = computed(() =>
    this.reading()
      .long.slice(0, shown.sentences)
      .map((sentence) => (sentence.length > shown.letters ? `${sentence.slice(0, shown.letters)}…` : sentence)),
  );
  protected readonly links = computed(() => {
    const lessons = this.lessons();
    return badLinks(this.settled(), lessons ?? new Set()).filter(({ why }) => why === 'form' || lessons !== null);
  });
  protected readonly measure = computed(() => {
    const { score, words } = this.reading();
    if (score === null) return this.i18n.n('studio.writing.few', words);
    const key = `studio.writing.${this.locale()}.${level(score, this.locale())}`;
    return this.i18n.t(key, { score: this.i18n.number(Math.max(0, Math.round(score))) });
  });

  constructor() {
    let first = true;
    effect((onCleanup) => {
      const blocks = this.blocks();
      const timer = setTimeout(() => this.settled.set(blocks), first ? 0 : quiet);
      first = false;
      onCleanup(() => clearTimeout(timer));
    });
  }
}
