import { inject, Service } from '@angular/core';
import { type LessonCard } from '@haven/catalog/contract';
import { type Evidence, type LessonProgress } from '@haven/learning/contract';
import { Lengths } from '@haven/recordings/web';
import { seconds } from '@haven/shared/contract/plain';
import { type TagTone } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';

/** Progress said in words: the status of a lesson, and why it is complete. */
@Service()
export class ProgressWords {
  private readonly i18n = inject(I18n);
  private readonly lengths = inject(Lengths);

  status(progress: LessonProgress | null): { word: string; tone: TagTone } {
    if (progress?.completedAt) return { word: this.i18n.t('learning.status.complete'), tone: 'teal' };
    const missing = progress?.missing;
    if (missing?.kind === 'watch' && missing.covered > 0)
      return {
        word: this.i18n.t('learning.status.missingTime', { length: this.lengths.say(seconds(missing.gaps)) }),
        tone: 'lamp',
      };
    if (missing?.kind === 'pass' && missing.openAttempt)
      return { word: this.i18n.t('learning.status.attempt'), tone: 'lamp' };
    return { word: this.i18n.t('learning.status.open'), tone: 'plain' };
  }

  kind(lesson: LessonCard): string {
    const kind = this.i18n.t(`learning.status.kind.${lesson.kind}`);
    return `${kind}${this.i18n.t('list.separator')}${this.i18n.n('units.minutes', lesson.minutes)}`;
  }

  /** What was watched without a connection and could not be checked; null where nothing was. */
  unproven(progress: LessonProgress): string | null {
    const missing = progress.missing;
    if (missing?.kind !== 'watch' || missing.unproven === 0) return null;
    return this.i18n.t('learning.missing.unproven', { length: this.lengths.say(missing.unproven) });
  }

  why(evidence: Evidence): string {
    switch (evidence.kind) {
      case 'read':
        return this.i18n.t('learning.why.read');
      case 'transcript':
        return this.i18n.t('learning.why.transcript');
      case 'watch':
        return this.whyWatched(evidence);
      case 'pass':
        return this.i18n.t('learning.why.pass', {
          credit: this.i18n.number(Math.round(evidence.credit * 100) / 100),
          questions: this.i18n.number(evidence.questions),
        });
    }
  }

  private whyWatched({ covered, unproven = 0, duration, required }: Extract<Evidence, { kind: 'watch' }>): string {
    const why = this.i18n.t('learning.why.watch', {
      covered: this.lengths.say(covered + unproven),
      duration: this.lengths.say(duration),
      required: this.i18n.number(required),
    });
    return unproven === 0
      ? why
      : `${why} ${this.i18n.t('learning.why.unproven', { length: this.lengths.say(unproven) })}`;
  }
}
