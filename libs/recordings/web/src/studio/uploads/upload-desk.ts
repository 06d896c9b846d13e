import { ApplicationRef, computed, DOCUMENT, inject, Injector, Service, signal } from '@angular/core';
import { type Locale } from '@haven/shared/contract';
import { I18n } from '@haven/shared/web';
import { dictionaries } from './i18n/dictionaries';
import { UploadClient } from './upload-client';
import { type Uploads } from './uploads';

/** The way to the uploads, which are loaded when there are any. The tray is put beside the app, so that it outlives every page. */
@Service()
export class UploadDesk {
  private readonly app = inject(ApplicationRef);
  private readonly injector = inject(Injector);
  private readonly document = inject(DOCUMENT);
  private readonly client = inject(UploadClient);
  private readonly i18n = inject(I18n);
  private tray: Promise<void> | null = null;
  private readonly uploads = signal<Uploads | null>(null);

  /** How many of the uploads in the tray have become recordings: a list of recordings is to be asked for again when this changes. */
  readonly arrived = computed(
    () =>
      this.uploads()
        ?.runs()
        .filter((run) => run.state().phase === 'done').length ?? 0,
  );

  /**
   * Uploads `files` as new recordings, or one as the new file of the recording `replaces`. `language`: the one that is spoken. Rejects where
   * the code for it cannot be fetched: then nothing has begun.
   */
  async add(files: readonly File[], language: Locale, replaces: string | null = null): Promise<void> {
    (await this.open()).add(files, language, replaces);
  }

  /** Shows what earlier visits left unfinished, if anything. Where the server cannot be asked nothing shows: nothing is lost by it. */
  async lookForUnfinished(): Promise<void> {
    try {
      const { items } = await this.client.unfinished();
      if (items.length) (await this.open()).restore(items);
    } catch {
      // Asked again when the studio is next opened.
    }
  }

  private async open() {
    const [{ Uploads }] = await Promise.all([import('./uploads'), (this.tray ??= this.show())]).catch((error) => {
      this.tray = null;
      throw error;
    });
    const uploads = this.injector.get(Uploads);
    this.uploads.set(uploads);
    return uploads;
  }

  private async show(): Promise<void> {
    const [{ UploadTray }] = await Promise.all([import('./upload-tray'), this.i18n.add(dictionaries)]);
    const host = this.document.createElement('haven-upload-tray');
    this.document.body.append(host);
    this.app.bootstrap(UploadTray, host);
  }
}
