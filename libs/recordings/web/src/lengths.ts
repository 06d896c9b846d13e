import { inject, Service } from '@angular/core';
import { I18n } from '@haven/shared/web';
import { parts } from './player/time';

/** Lengths of time in words: "1 minute 6 seconds". */
@Service()
export class Lengths {
  private readonly i18n = inject(I18n);

  say(seconds: number): string {
    const length = parts(seconds);
    const said = (['hours', 'minutes', 'seconds'] as const)
      .filter((unit) => length[unit] > 0)
      .map((unit) => this.i18n.n(`recordings.${unit}`, length[unit]));
    return said.length ? said.join(' ') : this.i18n.n('recordings.seconds', 0);
  }
}
