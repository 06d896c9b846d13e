import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type LessonProgress } from '@haven/learning/contract';
import { clock } from '@haven/recordings/web';
import { I18n } from '@haven/shared/web';
import { CourseStudy } from './course-study';
import { ProgressWords } from './progress-words';

const shown = 8;

/** What is missing of a lesson, exactly, with links that land on it. */
@Component({
  selector: 'haven-missing-list',
  imports: [RouterLink],
  template: `
    @if (progress().missing; as missing) {
      @switch (missing.kind) {
        @case ('read') {
          <p class="small">{{ i18n.t('learning.missing.read') }}</p>
        }
        @case ('watch') {
          <p class="small">
            {{ i18n.t('learning.missing.watch', { required: i18n.number(missing.required) }) }}
            @for (gap of gaps(); track gap[0]; let last = $last) {
              <!-- prettier-ignore -->
              <a [routerLink]="study.path(progress().slug)" [queryParams]="{ t: gap[0] }">{{ clock(gap[0]) }}–{{ clock(gap[1]) }}</a
              >{{ last ? '' : ', ' }}
            }
            @if (missing.gaps.length > gaps().length) {
              {{ i18n.n('recordings.rule.more', missing.gaps.length - gaps().length) }}
            }
          </p>
          @if (words.unproven(progress()); as unproven) {
            <p class="small">{{ unproven }}</p>
          }
        }
        @case ('pass') {
          <p class="small">
            {{
              i18n.t('learning.missing.pass', {
                needed: i18n.number(missing.needed),
                questions: i18n.number(missing.questions),
              })
            }}
            @if (missing.openAttempt; as attempt) {
              <a [routerLink]="study.path(progress().slug, '/attempt/' + attempt + '/check')">{{
                i18n.t('learning.missing.openAttempt')
              }}</a>
            }
          </p>
        }
      }
    }
  `,
})
export class MissingList {
  readonly progress = input.required<LessonProgress>();
  protected readonly i18n = inject(I18n);
  protected readonly study = inject(CourseStudy);
  protected readonly words = inject(ProgressWords);
  protected readonly clock = clock;
  protected readonly gaps = computed(() => {
    const missing = this.progress().missing;
    return missing?.kind === 'watch' ? missing.gaps.slice(0, shown) : [];
  });
}
