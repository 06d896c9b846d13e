import {
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { recordingStates, type StudioRecordingCard, type StudioRecordingCards } from '@haven/recordings/contract';
import { locales } from '@haven/shared/contract/plain';
import { HvButton, HvControl, HvEmpty, HvField, HvIcon, HvNotice, HvSkeleton } from '@haven/shared/ui';
import { I18n, readAgain } from '@haven/shared/web';
import { pollWhile } from '../poll-while';
import { RecordingStudioClient } from '../recording-studio-client';
import { RecordingTrouble } from '../recording-trouble';
import { inWork } from '../recording-words';
import { UploadDesk } from '../uploads/upload-desk';
import { UploadZone } from '../uploads/upload-zone';
import { LibraryRow } from './library-row';

/** Every recording that this person may edit, each with how it stands, narrowed by what the address says; and where new ones are uploaded. */
@Component({
  selector: 'haven-library-page',
  imports: [
    HvButton,
    HvControl,
    HvEmpty,
    HvField,
    HvIcon,
    HvNotice,
    HvSkeleton,
    LibraryRow,
    RecordingTrouble,
    RouterLink,
    UploadZone,
  ],
  templateUrl: './library-page.html',
  host: { class: 'studio studio-course' },
})
export class LibraryPage {
  readonly q = input<string>();
  readonly state = input<string>();
  readonly language = input<string>();
  readonly captions = input<string>();
  readonly archived = input<string>();
  readonly after = input<string>();

  protected readonly i18n = inject(I18n);
  private readonly router = inject(Router);
  private readonly client = inject(RecordingStudioClient);
  protected readonly states = recordingStates;
  protected readonly locales = locales;

  /** The address as asked, without what no filter offers: an old or mistyped link still shows recordings. */
  protected readonly filter = computed(() => ({
    q: (this.q() ?? '').trim().slice(0, 100),
    state: recordingStates.find((state) => state === this.state()) ?? '',
    language: locales.find((locale) => locale === this.language()) ?? '',
    captions: locales.find((locale) => locale === this.captions()) ?? '',
    archived: this.archived() === 'yes' ? 'yes' : '',
    after: this.after() ?? '',
  }));
  protected readonly filtered = computed(() => Object.values(this.filter()).some(Boolean));
  /** Nothing but the archive is asked for. */
  protected readonly wholeArchive = computed(() =>
    Object.entries(this.filter()).every(([name, value]) => (name === 'archived' ? value : !value)),
  );
  protected readonly recordings = this.client.recordings(this.filter);
  /** The last answer stays while the next one comes, and while the server cannot be reached in between. */
  protected readonly shown = linkedSignal<StudioRecordingCards | undefined, StudioRecordingCards | undefined>({
    source: () => (this.recordings.hasValue() ? this.recordings.value() : undefined),
    computation: (answer, before) => answer ?? before?.value,
  });
  /** What was archived or brought back last, to be undone. */
  protected readonly moved = signal<StudioRecordingCard | null>(null);
  protected readonly notMoved = signal(false);
  private readonly movedNotice = viewChild<ElementRef<HTMLElement>>('movedNotice');

  constructor() {
    pollWhile(
      computed(() => this.shown()?.items.some(inWork) ?? false),
      () => this.recordings.reload(),
    );
    const arrived = inject(UploadDesk).arrived;
    effect(() => {
      if (arrived() > 0) untracked(() => readAgain(this.recordings));
    });
    // The button that was pressed has left with its row: the focus goes to what was done.
    effect(() => this.movedNotice()?.nativeElement.focus());
  }

  protected search(event: Event, form: HTMLFormElement): void {
    event.preventDefault();
    const entries = [...new FormData(form).entries()].filter(([, value]) => value !== '');
    void this.router.navigate([this.i18n.path('/studio/recordings')], { queryParams: Object.fromEntries(entries) });
  }

  protected async move(card: StudioRecordingCard): Promise<void> {
    this.moved.set(null);
    this.notMoved.set(false);
    try {
      await this.client.archive(card.id, !card.archived);
      this.moved.set({ ...card, archived: !card.archived });
      readAgain(this.recordings);
    } catch {
      this.notMoved.set(true);
    }
  }
}
