import { Component, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type StudioRecording } from '@haven/recordings/contract';
import { HvButton, HvDialog } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';

/** Putting a recording away, and deleting it: only where nothing uses it, and not before a second word. */
@Component({
  selector: 'haven-recording-end',
  imports: [HvButton, HvDialog, RouterLink],
  host: { class: 'recording-end stack' },
  template: `
    <p class="small">{{ i18n.t('recordings.studio.archive.hint') }}</p>
    <p>
      <button hvButton="quiet" type="button" (click)="archive.emit(!recording().archived)">
        {{ i18n.t('recordings.studio.archive.' + (recording().archived ? 'back' : 'do')) }}
      </button>
    </p>
    @if (recording().uses.length) {
      <p class="small">{{ i18n.t('recordings.studio.delete.used') }}</p>
      <ul>
        @for (use of recording().uses; track use.link) {
          <li>
            <a [routerLink]="i18n.path(use.link)" [attr.lang]="i18n.lang(use.title)">{{ i18n.text(use.title) }}</a>
          </li>
        }
      </ul>
    } @else {
      <p class="small">{{ i18n.t('recordings.studio.delete.hint') }}</p>
      <p>
        <button hvButton="danger" type="button" (click)="asked.set(true)">
          {{ i18n.t('recordings.studio.delete.do') }}
        </button>
      </p>
    }
    <hv-dialog
      [heading]="i18n.t('recordings.studio.delete.heading')"
      [closeLabel]="i18n.t('recordings.studio.delete.close')"
      [(open)]="asked"
    >
      <div class="stack">
        <p>{{ i18n.t('recordings.studio.delete.body', { title: i18n.text(recording().title) }) }}</p>
        <p class="cluster">
          <button hvButton="danger" type="button" (click)="asked.set(false); remove.emit()">
            {{ i18n.t('recordings.studio.delete.yes') }}
          </button>
          <button hvButton="quiet" type="button" (click)="asked.set(false)">
            {{ i18n.t('recordings.studio.delete.no') }}
          </button>
        </p>
      </div>
    </hv-dialog>
  `,
})
export class RecordingEnd {
  readonly recording = input.required<Pick<StudioRecording, 'title' | 'archived' | 'uses'>>();
  /** True: into the archive. */
  readonly archive = output<boolean>();
  readonly remove = output();

  protected readonly i18n = inject(I18n);
  protected readonly asked = signal(false);
}
