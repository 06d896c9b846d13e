import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { I18n } from '@haven/shared/web';
import { Announcer, HvSaveState, type SaveState } from '@haven/shared/ui';
import { type Autosave, type AutosavePhase } from './autosave';

const dots: Record<AutosavePhase, SaveState> = {
  saved: 'saved',
  typing: 'sending',
  sending: 'sending',
  device: 'device',
  invalid: 'failed',
  refused: 'failed',
  conflict: 'failed',
};

/** Where a text is now, in words. Trouble is also said aloud; that it was saved is not, or nobody could write in peace. */
@Component({
  selector: 'haven-autosave-state',
  imports: [HvSaveState, RouterLink],
  host: { class: 'autosave-state' },
  template: `
    <hv-save-state [state]="dot()" [label]="label()" />
    @if (signedOut()) {
      <a [routerLink]="i18n.path('/sign-in')" [queryParams]="{ next: router.url }">{{ i18n.t('editing.signIn') }}</a>
    }
  `,
})
export class AutosaveState {
  readonly text = input.required<Pick<Autosave<unknown>, 'phase' | 'savedAt' | 'problem' | 'onDevice'>>();

  protected readonly i18n = inject(I18n);
  protected readonly router = inject(Router);
  private readonly announcer = inject(Announcer);

  protected readonly signedOut = computed(() => this.text().problem()?.code === 'not-signed-in');
  protected readonly dot = computed(() =>
    this.text().onDevice() ? dots[this.text().phase()] : this.memory() ? 'failed' : dots[this.text().phase()],
  );
  private readonly memory = computed(
    () => !this.text().onDevice() && ['device', 'invalid', 'refused'].includes(this.text().phase()),
  );

  protected readonly label = computed(() => {
    const [phase, at] = [this.text().phase(), this.text().savedAt()];
    if (this.memory()) return this.i18n.t('editing.state.memory');
    if (this.signedOut()) return this.i18n.t('editing.state.signedOut');
    if (this.text().problem()?.code === 'not-found') return this.i18n.t('editing.state.gone');
    if (phase !== 'saved') return this.i18n.t(`editing.state.${phase}`);
    if (!at) return this.i18n.t('editing.state.unchanged');
    return this.i18n.t('editing.state.saved', { time: this.i18n.date(at.toISOString(), { timeStyle: 'short' }) });
  });

  constructor() {
    effect(() => {
      const phase = this.text().phase();
      if (phase === 'device' || phase === 'refused' || phase === 'conflict')
        untracked(() => this.announcer.say(this.label()));
    });
  }
}
