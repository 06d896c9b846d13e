import { Component, inject, linkedSignal, signal } from '@angular/core';
import { type Locale } from '@haven/shared/contract';
import { locales } from '@haven/shared/contract/plain';
import { Announcer, HvControl, HvField, HvNotice } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { FilePick } from './file-pick';
import { acceptedFiles, type SortedFiles, sortFiles } from './media-files';
import { UploadClient } from './upload-client';
import { UploadDesk } from './upload-desk';
import { sizeWords } from './upload-words';

/** Where files are dropped or chosen to become recordings. What is plainly no recording is refused by name, before anything is sent. */
@Component({
  selector: 'haven-upload-zone',
  imports: [FilePick, HvControl, HvField, HvNotice],
  host: {
    class: 'upload-zone',
    '[class.upload-zone-over]': 'over()',
    '(dragover)': 'drag($event)',
    '(dragleave)': 'over.set(false)',
    '(drop)': 'drop($event)',
  },
  template: `
    <div class="upload-zone-words">
      <h2>{{ i18n.t('recordings.studio.zone.heading') }}</h2>
      <p>{{ i18n.t('recordings.studio.zone.body') }}</p>
      @if (limits.hasValue()) {
        <p class="small">{{ limitWords() }}</p>
      }
    </div>
    <div class="upload-zone-controls">
      <hv-field [label]="i18n.t('recordings.studio.zone.language')">
        <select hvControl (change)="language.set($any($event.target).value)">
          @for (locale of locales; track locale) {
            <option [value]="locale" [selected]="language() === locale">
              {{ i18n.t('recordings.studio.languages.' + locale) }}
            </option>
          }
        </select>
      </hv-field>
      <haven-file-pick
        kind="primary"
        [label]="i18n.t('recordings.studio.zone.choose')"
        [accept]="accepted"
        [multiple]="true"
        (picked)="take($event)"
      />
    </div>
    @if (notBegun()) {
      <hv-notice tone="bad" role="alert">
        <p>{{ i18n.t('recordings.studio.zone.notBegun') }}</p>
      </hv-notice>
    }
    @if (refused(); as refused) {
      <div class="upload-zone-refused" role="alert">
        @if (refused.captions.length) {
          <hv-notice tone="warn">
            <p>{{ i18n.t('recordings.studio.zone.captions', { names: names(refused.captions) }) }}</p>
          </hv-notice>
        }
        @if (refused.others.length) {
          <hv-notice tone="warn">
            <p>{{ i18n.t('recordings.studio.zone.others', { names: names(refused.others) }) }}</p>
          </hv-notice>
        }
      </div>
    }
  `,
})
export class UploadZone {
  protected readonly i18n = inject(I18n);
  private readonly desk = inject(UploadDesk);
  private readonly announcer = inject(Announcer);
  protected readonly limits = inject(UploadClient).limits();
  protected readonly locales = locales;
  protected readonly accepted = acceptedFiles;
  protected readonly language = linkedSignal<Locale>(() => this.i18n.locale());
  protected readonly over = signal(false);
  protected readonly refused = signal<Pick<SortedFiles, 'captions' | 'others'> | null>(null);

  protected readonly notBegun = signal(false);

  protected take(files: Iterable<File>): void {
    const { media, captions, others } = sortFiles(files);
    this.refused.set(captions.length || others.length ? { captions, others } : null);
    if (!media.length) return;
    this.notBegun.set(false);
    this.desk.add(media, this.language()).then(
      () => this.announcer.say(this.i18n.n('recordings.studio.zone.added', media.length)),
      () => this.notBegun.set(true),
    );
  }

  protected drag(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    // Without this the browser opens what is dropped, and Haven is gone.
    event.preventDefault();
    this.over.set(true);
  }

  protected drop(event: DragEvent): void {
    if (!event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over.set(false);
    this.take(event.dataTransfer.files);
  }

  protected names(files: readonly File[]): string {
    return new Intl.ListFormat(this.i18n.locale()).format(files.map((file) => file.name));
  }

  protected limitWords(): string {
    const { limit, left } = this.limits.value() ?? { limit: 0, left: 0 };
    return this.i18n.t('recordings.studio.zone.limit', {
      limit: sizeWords(this.i18n, limit),
      left: sizeWords(this.i18n, left),
    });
  }
}
