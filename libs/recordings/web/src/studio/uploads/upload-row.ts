import { Component, computed, effect, inject, input, output, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Announcer, HvButton, HvProgress } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { FilePick } from './file-pick';
import { type UploadRun } from './upload-run';
import { quarter, secondsLeft } from './upload-state';
import { leftWords, sizeWords } from './upload-words';

/** One upload in the tray: how far it is, in words, and what can be done about it. */
@Component({
  selector: 'haven-upload-row',
  imports: [FilePick, HvButton, HvProgress, RouterLink],
  templateUrl: './upload-row.html',
  host: { class: 'upload-row' },
})
export class UploadRow {
  readonly run = input.required<UploadRun>();
  /** The person wants it off the list: asked first where something would be thrown away. */
  readonly throwAway = output();
  readonly dismiss = output();

  protected readonly i18n = inject(I18n);
  protected readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  protected readonly another = signal(false);

  protected readonly state = computed(() => this.run().state());
  protected readonly name = computed(() => this.run().base.filename);
  protected readonly size = computed(() => sizeWords(this.i18n, this.state().size));
  protected readonly words = computed(() => {
    const { phase, obstacle } = this.state();
    if (obstacle) return this.say(`stopped.${obstacle}`);
    return phase === 'sending' || phase === 'done' ? '' : this.say(`phase.${phase}`);
  });
  /** Size, speed and time left, as far as they are known. */
  protected readonly figures = computed(() => {
    const state = this.state();
    if (state.phase === 'done') return [this.say('phase.done'), this.size()].join(this.i18n.t('list.separator'));
    const sent = sizeWords(this.i18n, state.sent);
    const [rate, left] = [state.pace?.rate ?? 0, secondsLeft(state)];
    return [
      state.sent ? this.say('of', { sent, size: this.size() }) : this.size(),
      rate > 0 ? this.say('speed', { speed: sizeWords(this.i18n, rate) }) : '',
      left === null ? '' : leftWords(this.i18n, left),
    ]
      .filter(Boolean)
      .join(this.i18n.t('list.separator'));
  });
  protected readonly open = computed(() => {
    const id = this.run().recording();
    return this.i18n.path(`/studio/recordings/${id}${this.run().base.replaces ? '/replace' : ''}`);
  });

  constructor() {
    let before: number | null = null;
    effect(() => {
      const now = this.run().percent();
      const passed = before === null ? null : quarter(before, now);
      before = now;
      if (passed && passed < 100) this.aloud('quarter', { n: passed });
    });
    effect(() => {
      const { phase } = this.state();
      if (phase === 'done') this.aloud('done');
      if (phase === 'stopped' || phase === 'twin' || phase === 'offline')
        this.aloud('stopped', { why: untracked(this.words) });
    });
  }

  protected choose([file]: File[]): void {
    this.another.set(!!file && !this.run().choose(file));
  }

  protected say(key: string, params = {}): string {
    return this.i18n.t(`recordings.studio.uploads.${key}`, { name: this.name(), ...params });
  }

  private aloud(key: string, params = {}): void {
    untracked(() => this.announcer.say(this.say(`said.${key}`, params)));
  }
}
