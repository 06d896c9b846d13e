import { Component, computed, DOCUMENT, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { HvButton, HvDialog, HvIcon } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { UploadRow } from './upload-row';
import { type UploadRun } from './upload-run';
import { Uploads } from './uploads';

/** All uploads, at the edge of every page. It closes to one line, which a narrow screen shows first. */
@Component({
  selector: 'haven-upload-tray',
  imports: [HvButton, HvDialog, HvIcon, UploadRow],
  template: `
    @if (runs().length) {
      <section class="upload-tray" [attr.aria-label]="say('heading')">
        <h2 class="upload-tray-head">
          <button #toggle type="button" [attr.aria-expanded]="open()" (click)="open.set(!open())">
            <span>{{ say('sum', { done: done().length, all: runs().length }) }}</span>
            <span class="upload-tray-turn" [class.is-open]="open()"><hv-icon name="chevron" /></span>
          </button>
        </h2>
        <div class="upload-list" [hidden]="!open()">
          <ul class="rows">
            @for (run of runs(); track run) {
              <li><haven-upload-row [run]="run" (throwAway)="ask(run)" (dismiss)="dismiss(run)" /></li>
            }
          </ul>
          @if (done().length > 1) {
            <button class="link-button" type="button" (click)="clear()">{{ say('clear') }}</button>
          }
        </div>
      </section>
    }
    <hv-dialog
      [heading]="say('sure.heading')"
      [closeLabel]="say('sure.close')"
      [open]="asked() !== null"
      (openChange)="$event || asked.set(null)"
    >
      <div class="stack">
        <p>{{ say('sure.body', { name: asked()?.base?.filename }) }}</p>
        <p class="cluster">
          <button hvButton="danger" type="button" (click)="cancel()">{{ say('sure.yes') }}</button>
          <button hvButton="quiet" type="button" (click)="asked.set(null)">{{ say('sure.no') }}</button>
        </p>
      </div>
    </hv-dialog>
  `,
})
export class UploadTray {
  protected readonly i18n = inject(I18n);
  private readonly uploads = inject(Uploads);
  private readonly toggle = viewChild<ElementRef<HTMLElement>>('toggle');
  protected readonly runs = this.uploads.runs;
  protected readonly open = signal(inject(DOCUMENT).defaultView?.matchMedia('(min-width: 48rem)').matches ?? true);
  protected readonly asked = signal<UploadRun | null>(null);
  protected readonly done = computed(() => this.runs().filter((run) => run.state().phase === 'done'));

  /** Asks before something is thrown away. What was never sent simply goes. */
  protected ask(run: UploadRun): void {
    if (run.id === null) this.dismiss(run);
    else this.asked.set(run);
  }

  protected async cancel(): Promise<void> {
    const run = this.asked();
    this.asked.set(null);
    if (run && (await run.cancel())) this.dismiss(run);
  }

  /** Also throws away what was sent of a file that is here already. */
  protected dismiss(run: UploadRun): void {
    if (run.state().phase === 'twin') void run.cancel();
    this.uploads.remove(run);
    this.toggle()?.nativeElement.focus();
  }

  protected clear(): void {
    this.done().forEach((run) => this.uploads.remove(run));
    this.toggle()?.nativeElement.focus();
  }

  protected say(key: string, params = {}): string {
    return this.i18n.t(`recordings.studio.uploads.${key}`, params);
  }
}
