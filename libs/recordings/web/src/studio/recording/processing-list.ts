import { Component, inject, input, output } from '@angular/core';
import { type ReasonCode, type Step, type StepName } from '@haven/recordings/contract';
import { HvProgress, HvTag } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { Lengths } from '../../lengths';
import { reasonWords } from '../recording-words';

/** Running the step again cannot change these: there is nothing to make. */
const settled: readonly ReasonCode[] = ['no-picture', 'no-sound'];

const tones = { waiting: 'plain', running: 'lamp', done: 'teal', skipped: 'plain', failed: 'bad' } as const;

/** What is done with the file, step by step: how far it is, and where it did not come to a good end why, and what to do. */
@Component({
  selector: 'haven-processing-list',
  imports: [HvProgress, HvTag],
  template: `
    <ol class="rows">
      @for (step of steps(); track step.name) {
        <li class="step">
          <p class="step-name">{{ name(step.name) }}</p>
          <hv-tag [tone]="tones[step.status]">{{
            i18n.t('recordings.studio.steps.status.' + step.status, { n: i18n.number(step.progress) })
          }}</hv-tag>
          @if (step.status === 'running') {
            <hv-progress
              [value]="step.progress"
              [max]="100"
              [label]="i18n.t('recordings.studio.steps.progress', { step: name(step.name) })"
            />
          }
          @if (step.reason; as reason) {
            <p class="small step-reason">{{ words(i18n, lengths, reason) }}</p>
          }
          @if (again(step)) {
            <button class="link-button" type="button" (click)="run.emit(step.name)">
              {{ i18n.t('recordings.studio.steps.' + (step.status === 'failed' ? 'retry' : 'again'))
              }}<span class="visually-hidden">: {{ name(step.name) }}</span>
            </button>
          }
        </li>
      }
    </ol>
  `,
})
export class ProcessingList {
  readonly steps = input.required<readonly Step[]>();
  /** The person wants this step to run again. */
  readonly run = output<StepName>();

  protected readonly i18n = inject(I18n);
  protected readonly lengths = inject(Lengths);
  protected readonly tones = tones;
  protected readonly words = reasonWords;

  protected again({ status, reason }: Step): boolean {
    return status === 'failed' || (status === 'skipped' && reason !== null && !settled.includes(reason.code));
  }

  protected name(step: StepName): string {
    return this.i18n.t(`recordings.studio.steps.name.${step}`);
  }
}
