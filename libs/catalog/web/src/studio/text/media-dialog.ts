import { Component, computed, effect, ElementRef, inject, input, output, signal, untracked } from '@angular/core';
import { LARGEST_MEDIA, type LessonMedia, type MediaKind } from '@haven/catalog/contract';
import { I18n, problemOf } from '@haven/shared/web';
import { Announcer, HvButton, HvControl, HvDialog, HvField } from '@haven/shared/ui';

/** What a dialog asks about a picture or a file: one to be sent, or the words of one that is there. */
export interface MediaAsk {
  readonly kind: MediaKind;
  /** What it shows or is called; null for decoration. */
  readonly words: string | null;
  readonly changing: boolean;
  /** One that was pasted or dropped. */
  readonly file: File | null;
}

export interface MediaAnswer {
  readonly words: string | null;
  /** What was stored; null where only the words were changed. */
  readonly media: LessonMedia | null;
}

const accepted: Record<MediaKind, string> = {
  picture: 'image/jpeg,image/png,image/webp,image/avif,image/gif',
  file: '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp',
};
const told: readonly string[] = ['too-large', 'quota-used-up', 'no-room', 'not-signed-in', 'not-found'];

/** Takes a picture with what it shows, or a file with its title, and sends it. What was chosen and written stays where that fails. */
@Component({
  selector: 'haven-media-dialog',
  imports: [HvButton, HvControl, HvDialog, HvField],
  template: `
    <hv-dialog
      [heading]="i18n.t('text.tool.' + kind())"
      [closeLabel]="i18n.t('text.ask.cancel')"
      [open]="ask() !== null"
      (openChange)="$event || closed.emit()"
    >
      <form class="stack" novalidate (submit)="$event.preventDefault(); submit()">
        @if (!ask()?.changing) {
          <hv-field
            [label]="i18n.t('text.media.choose.' + kind())"
            [hint]="i18n.t('text.media.hints.' + kind())"
            [errors]="shown(fileFault())"
          >
            <input #chosen hvControl type="file" [accept]="accepted[kind()]" (change)="choose(chosen.files)" />
          </hv-field>
          @if (ask()?.file; as given) {
            <p class="small">{{ i18n.t('text.media.given', { name: given.name }) }}</p>
          }
        }
        <hv-field
          [label]="i18n.t('text.media.words.' + kind())"
          [hint]="kind() === 'picture' ? i18n.t('text.media.altHint') : ''"
          [errors]="shown(wordsFault())"
        >
          <input
            #entry
            hvControl
            [attr.lang]="lang()"
            [value]="words()"
            (input)="words.set(entry.value); decoration.set(false)"
          />
        </hv-field>
        @if (kind() === 'picture') {
          <label class="choice">
            <input #mark type="checkbox" [checked]="decoration()" (change)="decoration.set(mark.checked)" />
            <span>{{ i18n.t('text.media.decoration') }}</span>
          </label>
        }
        <p class="cluster">
          <button hvButton type="submit">{{ i18n.t(label()) }}</button>
        </p>
      </form>
    </hv-dialog>
  `,
})
export class MediaDialog {
  readonly ask = input.required<MediaAsk | null>();
  readonly lang = input.required<string>();
  readonly upload = input.required<(kind: MediaKind, file: Blob) => Promise<LessonMedia>>();
  readonly answered = output<MediaAnswer>();
  readonly closed = output();

  protected readonly i18n = inject(I18n);
  private readonly announcer = inject(Announcer);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly accepted = accepted;
  protected readonly words = signal('');
  protected readonly decoration = signal(false);
  protected readonly sending = signal(false);
  private readonly file = signal<File | null>(null);
  private readonly refusal = signal('');
  private readonly attempted = signal(false);

  protected readonly kind = computed(() => this.ask()?.kind ?? 'picture');
  protected readonly label = computed(() =>
    this.sending() ? 'text.media.sending' : this.ask()?.changing ? 'text.ask.change' : 'text.ask.insert',
  );
  protected readonly fileFault = computed(() => {
    const file = this.file();
    if (this.ask()?.changing) return '';
    if (!file) return this.i18n.t(`text.media.faults.choose-${this.kind()}`);
    return file.size > LARGEST_MEDIA ? this.i18n.t('text.media.faults.too-large') : this.refusal();
  });
  protected readonly wordsFault = computed(() => {
    const words = this.words().trim();
    if (this.kind() === 'picture' && this.decoration()) return '';
    if (words.length > 300) return this.i18n.t('text.ask.faults.long');
    return words ? '' : this.i18n.t(`text.media.faults.words-${this.kind()}`);
  });

  constructor() {
    effect(() => {
      const ask = this.ask();
      untracked(() => {
        this.words.set(ask?.words ?? '');
        this.decoration.set(ask !== null && ask.changing && ask.words === null);
        this.file.set(ask?.file ?? null);
        this.refusal.set('');
        this.attempted.set(false);
      });
    });
  }

  protected choose(files: FileList | null): void {
    this.file.set(files?.[0] ?? null);
    this.refusal.set('');
  }

  protected readonly shown = (fault: string): string[] => (this.attempted() && fault ? [fault] : []);

  protected async submit(): Promise<void> {
    if (this.sending()) return;
    this.refusal.set('');
    this.attempted.set(true);
    if (this.fileFault() || this.wordsFault()) return this.lead();
    const [ask, file] = [this.ask(), this.file()];
    const words = this.decoration() && this.kind() === 'picture' ? null : this.words().trim();
    if (!ask || ask.changing || !file) return this.answered.emit({ words, media: null });
    this.sending.set(true);
    try {
      this.answered.emit({ words, media: await this.upload()(ask.kind, file) });
    } catch (error) {
      this.refuse(error, ask.kind);
    } finally {
      this.sending.set(false);
    }
  }

  /** Says why nothing was taken. What was chosen and written stays. */
  private refuse(error: unknown, kind: MediaKind): void {
    const problem = problemOf(error);
    const fault = !problem ? 'offline' : problem.code === 'bad-media' ? `bad-${kind}` : problem.code;
    const known = told.includes(fault) || fault === 'offline' || fault === `bad-${kind}`;
    this.refusal.set(this.i18n.t(`text.media.faults.${known ? fault : 'failed'}`));
    this.announcer.say(this.refusal());
    this.lead();
  }

  private lead(): void {
    const controls = this.host.querySelectorAll<HTMLElement>('.control');
    controls[this.fileFault() || this.ask()?.changing ? 0 : 1]?.focus();
  }
}
