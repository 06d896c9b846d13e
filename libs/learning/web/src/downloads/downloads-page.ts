import { Component, computed, inject, input, linkedSignal, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type LessonDetail } from '@haven/catalog/contract';
import { Announcer, HvButton, HvEmpty, HvLoadError, HvNotice, HvProgress, HvSkeleton, HvTag } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { SavePill } from '../save-pill';
import { shutOf } from '../shut/shut-of';
import { type Download, Downloads } from './downloads';
import { DownloadsClient } from './downloads-client';
import { choicesOf, type Kept } from './lesson-pack';

/** What is kept on this device for use without a line, what is on its way, and how much room there is. */
@Component({
  selector: 'haven-downloads-page',
  imports: [RouterLink, HvButton, HvEmpty, HvLoadError, HvNotice, HvProgress, HvSkeleton, HvTag, SavePill],
  host: { class: 'wrap page downloads' },
  templateUrl: './downloads-page.html',
})
export class DownloadsPage {
  /** What is offered: one lesson of a course, or all of one of its modules. */
  readonly course = input<string>();
  readonly module = input<string>();
  readonly lesson = input<string>();

  protected readonly i18n = inject(I18n);
  protected readonly downloads = inject(Downloads);
  private readonly client = inject(DownloadsClient);
  private readonly announcer = inject(Announcer);

  protected readonly offer = resource({
    params: () => {
      const [course, module, lesson] = [this.course(), this.module(), this.lesson()];
      return course && (module || lesson) ? { course, module, lesson } : undefined;
    },
    loader: async ({ params: { course, module, lesson } }) => {
      const detail = await this.client.course(course);
      const cards = detail.modules.flatMap(({ slug, lessons }) =>
        lessons.filter((card) => (lesson ? card.slug === lesson : slug === module)),
      );
      const answers = await Promise.all(cards.map((card) => this.openLesson(course, card.slug)));
      const lessons = answers.filter((answer) => answer !== null);
      const title = detail.modules.find(({ slug }) => !lesson && slug === module)?.title ?? cards[0]?.title;
      return {
        detail,
        lessons,
        later: cards.length - lessons.length,
        title: title ?? detail.title,
        choices: choicesOf(lessons),
      };
    },
  });
  protected readonly offered = computed(() => (this.offer.hasValue() ? this.offer.value() : null));
  /** The smallest picture: what most people want on a thin line; without one, the most there is. */
  protected readonly kept = linkedSignal<Kept>(() => {
    const choices = this.offered()?.choices ?? [];
    return (choices.find(({ kept }) => typeof kept === 'number') ?? choices.at(-1))?.kept ?? 'text';
  });

  protected async start(): Promise<void> {
    const offered = this.offered();
    if (!offered) return;
    this.announcer.say(this.i18n.t('learning.downloads.begun'));
    await this.downloads.add(offered.detail, offered.lessons, this.kept());
  }

  protected async remove({ id, lesson }: Download): Promise<void> {
    await this.downloads.remove(id);
    this.announcer.say(this.i18n.t('learning.downloads.removed', { title: this.i18n.text(lesson.title) }));
  }

  /** The lesson; null where it is not open to this person. */
  private async openLesson(course: string, lesson: string): Promise<LessonDetail | null> {
    try {
      return await this.client.lesson(course, lesson);
    } catch (error) {
      if (shutOf(error)) return null;
      throw error;
    }
  }

  protected word(kept: Kept): string {
    return typeof kept === 'number'
      ? this.i18n.t('learning.downloads.picture', { height: kept })
      : this.i18n.t(`learning.downloads.${kept}`);
  }

  /** Megabytes; below one, that it is less. */
  protected size(bytes: number): string {
    if (bytes < 1e6) return this.i18n.t('learning.downloads.small');
    return this.i18n.t('learning.downloads.size', { n: this.i18n.number(Math.round(bytes / 1e6)) });
  }

  protected state({ state, have, size }: Download): string {
    if (state === 'waiting' && this.downloads.cut()) return this.i18n.t('learning.downloads.state.cut');
    if (state === 'waiting' && have > 0)
      return this.i18n.t('learning.downloads.state.running', { have: this.size(have), size: this.size(size) });
    return this.i18n.t(`learning.downloads.state.${state}`);
  }
}
