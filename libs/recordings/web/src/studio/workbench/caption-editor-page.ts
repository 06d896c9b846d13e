import {
  afterNextRender,
  Component,
  computed,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  Injector,
  input,
  resource,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import {
  type Autosave,
  Autosaves,
  AutosaveState,
  ConflictChoice,
  type Leavable,
  outcomeOf,
} from '@haven/identity/web/editing';
import { type CaptionCue, type CaptionDraft, lintCues } from '@haven/recordings/contract';
import { type Locale } from '@haven/shared/contract';
import { locales } from '@haven/shared/contract/plain';
import { Announcer, HvBackLink, HvButton, HvEmpty, HvSkeleton, HvTag } from '@haven/shared/ui';
import { I18n, pageTitle } from '@haven/shared/web';
import { Player } from '../../player/player';
import { clock } from '../../player/time';
import { RecordingNav } from '../recording-nav';
import { RecordingTrouble } from '../recording-trouble';
import { CaptionClient, type CaptionDesk } from './caption-client';
import { besides, CueBoard } from './cue-board';
import { type CueAct, CueForm } from './cue-form';
import { CueTools } from './cue-tools';

/** The captions of one language beside the video: written, timed, cut, found and replaced, saved by themselves. */
@Component({
  selector: 'haven-caption-editor-page',
  imports: [
    AutosaveState,
    ConflictChoice,
    CueForm,
    CueTools,
    HvBackLink,
    HvButton,
    HvEmpty,
    HvSkeleton,
    HvTag,
    Player,
    RecordingNav,
    RecordingTrouble,
  ],
  templateUrl: './caption-editor-page.html',
  host: { class: 'studio studio-course' },
})
export class CaptionEditorPage implements Leavable {
  readonly id = input.required<string>();
  readonly language = input.required<string>();

  protected readonly i18n = inject(I18n);
  private readonly announcer = inject(Announcer);
  private readonly autosaves = inject(Autosaves);
  private readonly captions = inject(CaptionClient);
  private readonly injector = inject(Injector);
  private readonly until = inject(DestroyRef);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly player = viewChild(Player);

  protected readonly board = new CueBoard();
  protected readonly clock = clock;
  protected readonly locale = computed<Locale>(() => locales.find((known) => known === this.language()) ?? 'en');
  protected readonly desk = resource({
    params: () => ({ id: this.id(), locale: this.locale() }),
    loader: ({ params }) => this.captions.desk(params.id, params.locale),
  });
  protected readonly text = signal<Autosave<string> | null>(null);
  protected readonly time = signal(0);

  protected readonly title = computed(() =>
    this.say('title', { language: this.i18n.t(`captions.editor.in.${this.locale()}`) }),
  );
  protected readonly problems = computed(() => {
    const duration = this.desk.hasValue() ? this.desk.value().recording.duration : undefined;
    const found = lintCues(this.board.cues(), { duration, locale: this.locale() });
    return Map.groupBy(found, ({ index }) => index);
  });
  protected readonly source = computed(() => {
    const source = this.desk.hasValue() ? this.desk.value().source : null;
    return source && besides(this.board.cues(), source);
  });
  protected readonly playing = computed(() => {
    const now = this.time() * 1000;
    return this.board.cues().findIndex(({ from, to }) => now >= from && now < to);
  });
  /** What a machine heard and was not sure of, as far as nobody has taken it over. */
  protected readonly heldBack = computed(() => {
    const held = this.desk.hasValue() ? this.desk.value().draft.heldBack : [];
    const there = new Set(this.board.cues().map(({ from, text }) => `${from} ${text}`));
    return held.filter(({ from, text }) => !there.has(`${Math.round(from * 1000)} ${text}`));
  });

  constructor() {
    pageTitle(() => {
      const title = this.desk.hasValue() ? this.i18n.text(this.desk.value().recording.title) : '';
      return [this.title(), title].filter(Boolean).join(': ');
    });
    effect(() => {
      if (this.desk.hasValue()) untracked(() => this.open(this.desk.value() as CaptionDesk));
    });
    effect(() => {
      const vtt = this.board.vtt();
      untracked(() => this.text()?.type(vtt, true));
    });
    effect(() => this.show(this.playing()));
  }

  protected say(key: string, values?: Record<string, string | number>): string {
    return this.i18n.t(`captions.editor.${key}`, values);
  }

  protected codes(index: number) {
    return (
      this.problems()
        .get(index)
        ?.map(({ code }) => code) ?? []
    );
  }

  /** Writes on, at the caption `index`; its moment is shown unless the video plays. */
  protected choose(index: number): void {
    this.board.activate(index);
  }

  protected act(index: number, act: CueAct): void {
    const cue = this.board.cues()[index];
    if (!cue) return;
    if (act.do === 'split') this.board.split(index, act.caret);
    else if (act.do === 'merge') this.board.merge(index);
    else if (act.do === 'remove') this.remove(index);
    else if (act.do === 'play') this.player()?.playFrom(cue.from / 1000);
    else if (act.do === 'previous') this.board.activate(Math.max(index - 1, 0));
    else if (act.do === 'next') this.board.activate(Math.min(index + 1, this.board.cues().length - 1));
    else if (act.do === 'startHere') this.board.retime(index, { from: this.now() });
    else if (act.do === 'endHere') this.board.retime(index, { to: this.now() });
    else if (act.do === 'undo') this.undo();
    else this.close(index);
  }

  protected undo(): void {
    this.board.undo();
    this.announcer.say(this.say('undone'));
  }

  protected add(): void {
    this.board.add(this.now());
  }

  protected keep({ from, to, speaker, text }: CaptionDraft['heldBack'][number]): void {
    this.board.add(Math.round(from * 1000), { to: Math.round(to * 1000), speaker, text });
  }

  protected nextProblem(): void {
    const after = this.board.active() ?? -1;
    const at = [...this.problems().keys()].sort((a, b) => a - b);
    const next = at.find((index) => index > after) ?? at[0];
    if (next !== undefined) this.reveal(next);
  }

  protected translate(source: readonly CaptionCue[]): void {
    this.board.take(source);
  }

  protected parts(vtt: string) {
    return [{ label: this.title(), text: vtt, lang: this.locale() }];
  }

  protected takeTheirs(): void {
    const text = this.text();
    if (text) this.board.open(text.takeTheirs());
  }

  async settle(): Promise<boolean> {
    await this.text()?.flush();
    return this.text()?.safe() ?? true;
  }

  private readonly now = () => Math.round(this.time() * 1000);

  private open({ recording, draft }: CaptionDesk): void {
    const [id, locale] = [recording.id, this.locale()];
    const key = `captions.${id}.${recording.rev}.${locale}`;
    const save = (vtt: string, version: number) =>
      outcomeOf(this.captions.save(id, locale, { vtt, origin: 'editor' }, version), () =>
        this.captions.edition(id, locale),
      );
    this.board.open(draft.vtt);
    const text = this.autosaves.open(key, { version: draft.version, value: this.board.vtt() }, save, this.until);
    const left = this.autosaves.left(key);
    if (left && typeof left.value === 'string' && text.restore({ version: left.version, value: left.value }, true))
      this.board.open(left.value);
    this.text.set(text);
  }

  private remove(index: number): void {
    this.board.remove(index);
    this.announcer.say(this.say('removed'));
  }

  private close(index: number): void {
    this.board.activate(null);
    afterNextRender(() => this.row(index)?.querySelector('button')?.focus(), { injector: this.injector });
  }

  protected reveal(index: number): void {
    this.board.activate(index);
    afterNextRender(() => this.row(index)?.scrollIntoView({ block: 'nearest' }), { injector: this.injector });
  }

  private row(index: number): Element | undefined {
    return this.host.querySelectorAll('.caption')[index];
  }

  /** The list goes along with the video, but not while somebody writes. */
  private show(index: number): void {
    if (index >= 0 && untracked(this.board.active) === null) this.row(index)?.scrollIntoView({ block: 'nearest' });
  }
}
