import { afterNextRender, Component, computed, ElementRef, inject, input, signal, viewChild } from '@angular/core';
import { QuizStudioClient } from '@haven/assessment/web/studio';
import { type LessonSource, type StudioCourse, Title } from '@haven/catalog/contract';
import { RecordingStudioClient } from '@haven/recordings/web/studio';
import { I18n } from '@haven/shared/web';
import { HvButton, HvControl, HvField } from '@haven/shared/ui';
import { BorrowLesson, type Borrowed } from './borrow-lesson';
import { OutlineWork } from './outline-work';

/** What a new lesson is: its kind, its title, and the recording or quiz that it shows. */
@Component({
  selector: 'haven-add-lesson',
  imports: [BorrowLesson, HvButton, HvControl, HvField],
  host: { class: 'add-form' },
  templateUrl: './add-lesson.html',
})
export class AddLesson {
  readonly module = input.required<StudioCourse['modules'][number]>();
  readonly course = input.required<string>();

  protected readonly i18n = inject(I18n);
  private readonly work = inject(OutlineWork);
  private readonly first = viewChild<ElementRef<HTMLInputElement>>('first');
  protected readonly kinds = ['reading', 'recording', 'quiz', 'lesson'] as const;

  protected readonly kind = signal<LessonSource['kind']>('reading');
  protected readonly title = signal('');
  protected readonly recording = signal('');
  /** Empty: a new quiz. */
  protected readonly quiz = signal('');
  /** The lesson of another course. */
  protected readonly borrowed = signal<Borrowed | null>(null);
  protected readonly attempted = signal(false);

  private readonly library = inject(RecordingStudioClient).recordings(() => ({
    ...{ q: '', state: '', language: '', captions: '', archived: '', after: '' },
  }));
  private readonly quizCards = inject(QuizStudioClient).quizzes();
  protected readonly recordings = computed(() => (this.library.hasValue() ? this.library.value().items : []));
  protected readonly quizzes = computed(() => (this.quizCards.hasValue() ? this.quizCards.value().items : []));

  protected readonly titleErrors = computed(() =>
    this.attempted() && !this.titled().success ? [this.i18n.t('studio.outline.needsTitle')] : [],
  );
  protected readonly recordingErrors = computed(() =>
    this.attempted() && this.kind() === 'recording' && !this.recording()
      ? [this.i18n.t('studio.outline.needsRecording')]
      : [],
  );
  private readonly titled = computed(() => Title.safeParse({ en: this.title() }));

  constructor() {
    afterNextRender({ read: () => this.first()?.nativeElement.focus() });
  }

  /** A recording brings its title along where none is written yet. */
  protected choose(id: string): void {
    this.recording.set(id);
    const found = this.recordings().find((recording) => recording.id === id);
    if (found && !this.title().trim()) this.title.set(found.title.en);
  }

  protected add(): void {
    this.attempted.set(true);
    if (this.kind() === 'lesson') {
      const borrowed = this.borrowed();
      if (borrowed) this.work.borrow(this.module(), borrowed);
      return;
    }
    const titled = this.titled();
    if (!titled.success || this.recordingErrors().length) return this.first()?.nativeElement.focus();
    this.work.addLesson(this.module(), titled.data, this.source());
  }

  protected cancel(): void {
    this.work.adding.set(null);
    this.work.focus(`add-${this.module().id}`);
  }

  private source(): LessonSource {
    const kind = this.kind();
    if (kind === 'recording') return { kind, recording: this.recording() };
    return kind === 'quiz' ? { kind, quiz: this.quiz() || null } : { kind: 'reading' };
  }
}
