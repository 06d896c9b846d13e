import { afterNextRender, Component, type ElementRef, inject, input, output, signal, viewChild } from '@angular/core';
import { type CaptionCue, type CaptionProblemCode, readingSpeed } from '@haven/recordings/contract';
import { type Locale } from '@haven/shared/contract';
import { HvButton, HvControl, HvField } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { readMoment, writeMoment } from './moment';

/** What is done with the caption that is being written. `split` is at an offset of the text. */
export type CueAct =
  | { readonly do: 'split'; readonly caret: number }
  | { readonly do: 'merge' | 'remove' | 'play' | 'previous' | 'next' | 'close' | 'undo' | 'startHere' | 'endHere' };

/** Keys that are no letters, so that they are the same on every keyboard. */
const keys: Record<string, Exclude<CueAct['do'], 'split'>> = {
  'alt+ArrowUp': 'previous',
  'alt+ArrowDown': 'next',
  'alt+Enter': 'play',
  'alt+Home': 'startHere',
  'alt+End': 'endHere',
  'alt+Delete': 'merge',
  'alt+Backspace': 'undo',
  Escape: 'close',
};

/** One caption while it is written: its words, its times and who speaks. */
@Component({
  selector: 'haven-cue-form',
  imports: [HvButton, HvControl, HvField],
  host: { class: 'caption-form', role: 'group', '[attr.aria-label]': 'name()', '(keydown)': 'press($event)' },
  template: `
    <hv-field [label]="say('text')" [errors]="problems().map(problem)">
      <textarea
        #text
        hvControl
        class="short-text"
        rows="2"
        [attr.lang]="locale()"
        [value]="cue().text"
        (input)="write.emit({ text: text.value })"
      ></textarea>
    </hv-field>
    <p class="small">{{ say('speed', { n: speed() }) }}</p>
    <div class="caption-times">
      @for (end of ends; track end) {
        <hv-field [label]="say(end)" [errors]="wrong() === end ? [say('notATime')] : []">
          <input
            hvControl
            inputmode="decimal"
            autocomplete="off"
            [value]="moment(cue()[end])"
            (change)="time(end, $any($event.target))"
          />
        </hv-field>
      }
      <hv-field [label]="say('speaker')">
        <input
          hvControl
          autocomplete="off"
          [value]="cue().speaker ?? ''"
          (input)="write.emit({ speaker: $any($event.target).value.trim() || null })"
        />
      </hv-field>
    </div>
    <p class="cluster">
      <button hvButton="quiet" type="button" (click)="act.emit({ do: 'play' })">{{ say('play') }}</button>
      <button hvButton="quiet" type="button" (click)="act.emit({ do: 'startHere' })">{{ say('startHere') }}</button>
      <button hvButton="quiet" type="button" (click)="act.emit({ do: 'endHere' })">{{ say('endHere') }}</button>
    </p>
    <p class="cluster">
      <button class="link-button" type="button" (click)="split()">{{ say('split') }}</button>
      @if (!last()) {
        <button class="link-button" type="button" (click)="act.emit({ do: 'merge' })">{{ say('merge') }}</button>
      }
      <button class="link-button" type="button" (click)="act.emit({ do: 'remove' })">{{ say('remove') }}</button>
      <button class="link-button" type="button" (click)="act.emit({ do: 'close' })">{{ say('close') }}</button>
    </p>
  `,
})
export class CueForm {
  readonly cue = input.required<CaptionCue>();
  readonly number = input.required<number>();
  readonly last = input.required<boolean>();
  readonly locale = input.required<Locale>();
  readonly problems = input.required<readonly CaptionProblemCode[]>();
  readonly write = output<Partial<Pick<CaptionCue, 'text' | 'speaker'>>>();
  readonly retime = output<Partial<Pick<CaptionCue, 'from' | 'to'>>>();
  readonly act = output<CueAct>();

  protected readonly i18n = inject(I18n);
  protected readonly ends = ['from', 'to'] as const;
  protected readonly moment = writeMoment;
  protected readonly wrong = signal<'from' | 'to' | null>(null);
  private readonly text = viewChild.required<ElementRef<HTMLTextAreaElement>>('text');

  constructor() {
    afterNextRender(() => this.text().nativeElement.focus());
  }

  protected say(key: string, values?: Record<string, string | number>): string {
    return this.i18n.t(`captions.editor.${key}`, values);
  }

  protected readonly name = () => this.say('caption', { n: this.number() });
  protected readonly problem = (code: CaptionProblemCode) => this.i18n.t(`captions.problem.${code}`);
  protected readonly speed = () => this.i18n.number(Math.min(Math.round(readingSpeed(this.cue())), 999));

  protected time(end: 'from' | 'to', control: HTMLInputElement): void {
    const moment = readMoment(control.value);
    this.wrong.set(moment === null ? end : null);
    if (moment !== null) this.retime.emit({ [end]: moment });
  }

  protected split(): void {
    this.act.emit({ do: 'split', caret: this.text().nativeElement.selectionStart });
  }

  protected press(event: KeyboardEvent): void {
    const isSplit = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
    const command = keys[`${event.altKey ? 'alt+' : ''}${event.key}`];
    if (!isSplit && !command) return;
    event.preventDefault();
    event.stopPropagation();
    if (isSplit) this.split();
    else if (command) this.act.emit({ do: command });
  }
}
