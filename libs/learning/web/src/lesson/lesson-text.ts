import { Component, computed, inject, input } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type LessonBody } from '@haven/catalog/contract';
import { isReadable } from '@haven/catalog/contract/plain';
import { type Locale } from '@haven/shared/contract';
import { HvIcon, HvLocaleNote } from '@haven/shared/ui';
import { type BlockWords, type ForeignBlocks, HvBlocks, type Moment } from '@haven/shared/ui/blocks';
import { I18n } from '@haven/shared/web';
import { CourseStudy } from '../course/course-study';
import { blocksIn } from './blocks-in';
import { MomentClip } from './moment-clip';
import { ReadingPlace } from './reading-place';

/** The text of a lesson in the reader's language, or in English and marked as such. */
@Component({
  selector: 'haven-lesson-text',
  imports: [HvBlocks, HvIcon, HvLocaleNote, MomentClip, RouterLink],
  host: { class: 'lesson-text' },
  template: `
    @if (i18n.lang(body())) {
      <hv-locale-note>{{ i18n.t('learning.lesson.foreign') }}</hv-locale-note>
    }
    <hv-blocks
      [attr.lang]="i18n.lang(body())"
      [blocks]="read().blocks"
      [foreign]="foreign()"
      [resolve]="study.resolve"
      [words]="words()"
      [locale]="i18n.locale()"
      [clip]="clip"
    />
    <ng-template #clip let-moment let-lang="lang">
      @if (plays(moment)) {
        <haven-moment-clip [moment]="moment" [lang]="lang" />
      }
    </ng-template>
    @if (body().es) {
      <p class="text-language">
        <a [routerLink]="otherPath()" queryParamsHandling="preserve" [attr.hreflang]="other()"
          ><hv-icon name="globe" />{{ i18n.t('learning.lesson.inOther') }}</a
        >
      </p>
    }
  `,
  providers: [ReadingPlace],
})
export class LessonText {
  readonly body = input.required<LessonBody>();
  /** The lesson whose recording plays on this page already: its moments are gone to there. */
  readonly playing = input<string | null>(null);
  protected readonly i18n = inject(I18n);
  protected readonly study = inject(CourseStudy);
  private readonly router = inject(Router);

  protected readonly read = computed(() => blocksIn(this.body(), this.i18n.locale()));
  protected readonly foreign = computed((): ForeignBlocks | null => {
    const ids = this.read().fallback;
    return ids.size > 0 ? { ids, lang: 'en', word: this.i18n.t('learning.lesson.foreign') } : null;
  });
  protected readonly other = computed((): Locale => (this.i18n.locale() === 'en' ? 'es' : 'en'));
  /** This lesson in the other language, at the same place of it. */
  protected readonly otherPath = computed(() => {
    this.body();
    return this.i18n.path(this.i18n.bare(this.router.url).replace(/[?#].*$/, ''), this.other());
  });
  protected readonly words = computed((): BlockWords => {
    const word = (name: string) => this.i18n.t(`learning.lesson.${name}`);
    return {
      ...{ note: word('note'), important: word('important'), clause: word('clause') },
      ...{ moment: word('moment'), resource: word('resource'), term: word('term'), file: word('file') },
    };
  });

  constructor() {
    inject(ReadingPlace);
  }

  /** Whether a moment is in a recording that this reader may open: there is no button that leads nowhere. */
  protected plays({ lesson }: Moment): boolean {
    if (lesson === this.playing() || this.study.lesson(lesson)?.kind !== 'recording') return false;
    return isReadable(this.study.access(lesson));
  }
}
