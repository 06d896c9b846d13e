import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { findInCues } from '@haven/recordings/contract';
import { type Locale } from '@haven/shared/contract';
import { Announcer, HvButton, HvControl, HvField } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { type CueBoard } from './cue-board';

/** What is done with many captions at once: words found and replaced, times shifted. */
@Component({
  selector: 'haven-cue-tools',
  imports: [HvButton, HvControl, HvField],

  template: `
    <details class="bench-tools">
      <summary>{{ say('tools') }}</summary>
      <form class="caption-tools" (submit)="$event.preventDefault(); findNext()">
        <hv-field [label]="say('find')">
          <input hvControl autocomplete="off" [value]="find()" (input)="find.set($any($event.target).value)" />
        </hv-field>
        <hv-field [label]="say('replaceBy')">
          <input
            hvControl
            autocomplete="off"
            [value]="replacement()"
            (input)="replacement.set($any($event.target).value)"
          />
        </hv-field>
        <p class="cluster">
          <button hvButton="quiet" type="submit" [disabled]="!find()">{{ say('findNext') }}</button>
          <button hvButton="quiet" type="button" [disabled]="!find()" (click)="replaceAll()">
            {{ say('replaceAll') }}
          </button>
        </p>
        <p class="small" role="status">{{ found() }}</p>
      </form>
      <form class="caption-tools" (submit)="$event.preventDefault(); shift(0)">
        <hv-field [label]="say('shiftBy')" [hint]="say('shiftHint')" [errors]="wrong() ? [say('shiftWrong')] : []">
          <input hvControl autocomplete="off" [value]="by()" (input)="by.set($any($event.target).value)" />
        </hv-field>
        <p class="cluster">
          <button hvButton="quiet" type="submit">{{ say('shiftAll') }}</button>
          <button
            hvButton="quiet"
            type="button"
            [disabled]="board().active() === null"
            (click)="shift(board().cues()[board().active() ?? 0]?.from ?? 0)"
          >
            {{ say('shiftRest') }}
          </button>
        </p>
      </form>
    </details>
  `,
})
export class CueTools {
  readonly board = input.required<CueBoard>();
  readonly locale = input.required<Locale>();
  /** The caption that was found. */
  readonly reveal = output<number>();

  protected readonly i18n = inject(I18n);
  private readonly announcer = inject(Announcer);
  protected readonly find = signal('');
  protected readonly replacement = signal('');
  protected readonly found = linkedSignal({ source: this.find, computation: () => '' });
  protected readonly by = signal('');
  protected readonly wrong = linkedSignal({ source: this.by, computation: () => false });

  protected say(key: string): string {
    return this.i18n.t(`captions.editor.${key}`);
  }

  protected findNext(): void {
    const hits = findInCues(this.board().cues(), this.find(), { locale: this.locale() });
    const after = this.board().active() ?? -1;
    const next = hits.find(({ index }) => index > after) ?? hits[0];
    this.found.set(this.i18n.n('captions.editor.hits', hits.length));
    if (next) this.reveal.emit(next.index);
  }

  protected replaceAll(): void {
    const count = this.board().replace(this.find(), this.replacement(), this.locale());
    this.found.set(this.i18n.n('captions.editor.replaced', count));
  }

  /** Those from `from` milliseconds on. */
  protected shift(from: number): void {
    const seconds = Number(this.by().replace(',', '.'));
    if (!Number.isFinite(seconds) || seconds === 0) return this.wrong.set(true);
    this.board().shift(seconds * 1000, from);
    this.announcer.say(this.say('shifted'));
  }
}
