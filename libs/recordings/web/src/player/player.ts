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
  output,
  signal,
  untracked,
  viewChild,
  type WritableSignal,
} from '@angular/core';
import { type RecordingDetail } from '@haven/recordings/contract';
import { type Locale, type Range } from '@haven/shared/contract';
import { HvButton, HvIcon } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { KeyList } from './key-list';
import { type Command, commandOf, stepRate } from './keys';
import { type Movement, Playback } from './playback';
import { PlayerControls } from './player-controls';
import { preferences, remember } from './preferences';
import { chosen, type Quality } from './quality';
import { Scrubber } from './scrubber';
import { clock } from './time';

/** Plays a recording. It reports each movement of the playhead and draws `ranges` as watched; what is done with them is not its matter. */
@Component({
  selector: 'haven-player',
  imports: [PlayerControls, Scrubber, KeyList, HvButton, HvIcon],
  templateUrl: './player.html',
  host: {
    class: 'player',
    role: 'region',
    '[attr.aria-label]': 'name()',
    '(keydown)': 'press($event)',
    '(document:fullscreenchange)': 'look()',
  },
})
export class Player {
  readonly recording = input.required<RecordingDetail>();
  readonly ranges = input.required<readonly Range[]>();
  /** A clip, which was asked for by a press: it begins by itself, nothing around it is played, and what is projected stands at its end. */
  readonly clip = input<Range | null>(null);
  /** Seconds to mark on the scrubber. */
  readonly marks = input<readonly number[]>([]);
  /** The second to begin at, once it is known; null until then. */
  readonly start = input<number | null>(null);
  /** Whether reading the transcript counts, for the words of a failure. */
  readonly transcriptCounts = input(false);
  /** Made before the outputs, so that it ends before them: its last word, that it stopped here, still goes out. */
  protected readonly playback = endingPlayback();
  readonly moved = output<Movement>();
  readonly time = output<number>();

  protected readonly i18n = inject(I18n);
  protected readonly captions = signal<Locale | null>(null);
  protected readonly quality = signal<Quality>('auto');
  protected readonly picked = computed(() => chosen(this.recording(), this.quality()));
  /** Sound alone: the slide that was on the screen stands where the picture would be. */
  protected readonly listening = computed(() => this.picked()?.height === null);
  protected readonly slide = computed(() => {
    const at = this.playback()?.second() ?? 0;
    return this.recording().slides.findLast((slide) => slide.at <= at) ?? null;
  });
  protected readonly canListen = computed(() => !this.listening() && chosen(this.recording(), 'audio') !== null);
  protected readonly full = signal(false);
  protected readonly help = signal(false);
  protected readonly clock = clock;
  protected readonly name = computed(() => {
    const [title, clip] = [this.i18n.text(this.recording().title), this.clip()];
    if (!clip) return this.i18n.t('recordings.player.name', { title });
    return this.i18n.t('recordings.clip.name', { title, from: clock(clip[0]), to: clock(clip[1]) });
  });
  protected readonly failedHow = computed(() =>
    this.clip() ? 'failedClip' : this.transcriptCounts() ? 'failedHow' : 'failedPlain',
  );
  readonly failed = computed(() => this.playback()?.failed() ?? false);
  readonly ended = computed(() => this.playback()?.ended() ?? false);
  protected readonly chapter = computed(() => {
    const at = this.playback()?.second() ?? 0;
    const chapter = this.recording().chapters.findLast((c) => c.at <= at);
    return chapter ? this.i18n.text(chapter.title) : null;
  });

  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly element = viewChild.required<ElementRef<HTMLVideoElement>>('video');
  private begun: string | null = null;
  private opened: string | null = null;

  constructor() {
    afterNextRender(() => this.attach());
    effect(() => this.open(this.playback(), this.recording(), this.picked()?.url ?? this.recording().hls));
    effect(() => this.begin(this.clip()?.[0] ?? this.start(), this.playback()?.loaded() ?? false, this.recording().id));
    effect(() => this.time.emit(this.playback()?.time() ?? 0));
    // Also once the media is there: only then browsers choose a track by themselves, and some show two.
    effect(() => this.showCaptions(this.captions(), this.playback()?.loaded()));
  }

  /** Goes to `second` and plays from there. */
  playFrom(second: number): void {
    this.begun = this.recording().id;
    const playback = this.playback();
    if (!playback) return;
    if (playback.loaded()) playback.seek(second);
    else playback.video.addEventListener('loadedmetadata', () => playback.seek(second), { once: true });
    playback.play();
  }

  pause(): void {
    this.playback()?.video.pause();
  }

  /** The big button goes away when it is pressed: the focus goes to the small one, so that the keys go on working. */
  protected startPlaying(): void {
    this.focusControls(true);
    this.playback()?.play();
  }

  protected press(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    if (target.closest('dialog')) return;
    const command = commandOf(event, target.tagName);
    if (!command) return;
    event.preventDefault();
    this.obey(command);
  }

  protected setRate(rate: number): void {
    const playback = this.playback();
    if (playback) playback.video.playbackRate = playback.video.defaultPlaybackRate = rate;
    remember({ rate });
  }

  protected setCaptions(captions: Locale | null): void {
    this.captions.set(captions);
    remember({ captions });
  }

  protected setQuality(quality: Quality): void {
    this.quality.set(quality);
    remember({ quality });
  }

  /** For this page only: what failed today is not what somebody likes. */
  protected listen(): void {
    this.quality.set('audio');
  }

  protected mute(): void {
    const video = this.element().nativeElement;
    video.muted = !video.muted;
    remember({ muted: video.muted });
  }

  protected pip(): void {
    const leaving = document.pictureInPictureElement;
    void (leaving ? document.exitPictureInPicture() : this.element().nativeElement.requestPictureInPicture()).catch(
      () => undefined,
    );
  }

  protected fullscreen(): void {
    const video = this.element().nativeElement as HTMLVideoElement & { webkitEnterFullscreen?: () => void };
    if (document.fullscreenElement) void document.exitFullscreen();
    else if (this.host.requestFullscreen) void this.host.requestFullscreen().catch(() => undefined);
    else video.webkitEnterFullscreen?.(); // the iPhone lets only the video itself fill the screen
  }

  protected look(): void {
    this.full.set(document.fullscreenElement === this.host);
  }

  private attach(): void {
    const liked = preferences(this.i18n.locale());
    const video = this.element().nativeElement;
    const playback = new Playback(video, (movement) => this.moved.emit(movement));
    video.muted = liked.muted;
    video.playbackRate = video.defaultPlaybackRate = liked.rate;
    const known = this.recording().captions.some((track) => track.locale === liked.captions);
    this.captions.set(known ? liked.captions : liked.captions && (this.recording().captions[0]?.locale ?? null));
    this.quality.set(liked.quality);
    playback.within = this.clip();
    this.playback.set(playback);
    // The button that was pressed has made place for the player.
    if (playback.within) afterNextRender(() => this.focusControls(false), { injector: this.injector });
  }

  private open(playback: Playback | null, { id, rev }: RecordingDetail, url: string): void {
    if (!playback) return;
    const key = `${id}/${rev}`;
    untracked(() => (this.opened === key ? playback.change(url) : playback.load(url)));
    this.opened = key;
  }

  private begin(start: number | null, loaded: boolean, recording: string): void {
    if (start === null || !loaded || this.begun === recording) return;
    this.begun = recording;
    if (start > 0) untracked(() => this.playback()?.seek(start));
    if (untracked(this.clip)) untracked(this.playback)?.play();
  }

  private obey(command: Command): void {
    const playback = this.playback();
    if (!playback) return;
    if (command.do === 'toggle') playback.toggle();
    else if (command.do === 'skip') playback.seek(playback.time() + command.by);
    else if (command.do === 'rate') this.setRate(stepRate(playback.rate(), command.by));
    else if (command.do === 'volume')
      playback.video.volume = Math.min(1, Math.max(0, playback.video.volume + command.by));
    else if (command.do === 'mute') this.mute();
    else if (command.do === 'fullscreen') this.fullscreen();
    else if (command.do === 'help') this.help.set(true);
    else this.setCaptions(this.captions() ? null : this.liked());
  }

  private focusControls(preventScroll: boolean): void {
    this.host.querySelector<HTMLElement>('.player-controls button')?.focus({ preventScroll });
  }

  private liked(): Locale | null {
    const tracks = this.recording().captions;
    return (tracks.find((track) => track.locale === this.i18n.locale()) ?? tracks[0])?.locale ?? null;
  }

  private showCaptions(captions: Locale | null, _loaded: boolean | undefined): void {
    for (const track of this.playback()?.video.textTracks ?? [])
      track.mode = track.language === captions ? 'showing' : 'disabled';
  }
}

function endingPlayback(): WritableSignal<Playback | null> {
  const playback = signal<Playback | null>(null);
  inject(DestroyRef).onDestroy(() => playback()?.destroy());
  return playback;
}
