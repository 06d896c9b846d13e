import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { Announcer } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';

/** How many seconds before the end a screen reader is told. */
const told = [300, 60];

/** How much time is left, by the clock of the server. Tells once when it is over. */
@Component({
  selector: 'haven-time-left',
  template: `<span class="small" role="timer">{{ words() }}</span>`,
})
export class TimeLeft {
  readonly deadline = input.required<string>();
  /** What the server's clock says, in milliseconds. */
  readonly now = input.required<() => number>();
  readonly over = output();

  protected readonly i18n = inject(I18n);
  private readonly announcer = inject(Announcer);
  private readonly seconds = signal<number | null>(null);

  protected readonly words = computed(() => {
    const seconds = this.seconds();
    if (seconds === null) return '';
    if (seconds === 0) return this.i18n.t('assessment.time.over');
    return seconds > 60
      ? this.i18n.n('assessment.time.minutes', Math.ceil(seconds / 60))
      : this.i18n.n('assessment.time.seconds', seconds);
  });

  constructor() {
    effect((onCleanup) => {
      const [end, now] = [new Date(this.deadline()).getTime(), this.now()];
      let before = Infinity;
      const look = () => {
        const left = Math.max(0, Math.ceil((end - now()) / 1000));
        this.seconds.set(left);
        if (told.some((at) => before > at && before < Infinity && left <= at)) this.announcer.say(this.words());
        if (left === 0) {
          clearInterval(timer);
          this.over.emit();
        }
        before = left;
      };
      const timer = setInterval(look, 1000);
      onCleanup(() => clearInterval(timer));
      // What is done at the end reads signals of its own.
      untracked(look);
    });
  }
}
