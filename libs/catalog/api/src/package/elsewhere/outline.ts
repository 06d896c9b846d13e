import { type Locale, slugFrom, type Text } from '@haven/shared/contract';
import { type PackageText } from '../lesson-texts';
import { badPackage } from '../package-files';
import { type CoursePackage } from '../read-package';
import { FORMAT, type PackageCourse } from '../shapes';
import { type Gathered } from './gathered';

type Lesson = CoursePackage['lessons'] extends ReadonlyMap<string, infer L> ? L : never;
type Quiz = CoursePackage['quizzes'] extends ReadonlyMap<string, infer Q> ? Q : never;

/** What a package says of its course as a whole. `today`: the day on which it was looked at last. */
export interface About {
  readonly title: string;
  readonly summary: string;
  readonly today: string;
}

/**
 * The course that is made of a package from elsewhere. English is in every text of Haven: texts in Spanish stand in both places until somebody
 * translates them.
 */
export class NewOutline {
  private readonly modules: PackageCourse['modules'] = [];
  private readonly lessons = new Map<string, Lesson>();
  private readonly quizzes = new Map<string, Quiz>();
  private readonly slugs = new Set<string>();

  constructor(private readonly lang: Locale) {}

  module(title: string): void {
    const wish = slugFrom(title) || 'module';
    let slug = wish;
    for (let n = 2; this.slugs.has(slug); n++) slug = `${wish}-${n}`;
    this.slugs.add(slug);
    this.modules.push({ slug, title: this.text(title), lessons: [] });
  }

  reading(slug: string, minutes: number, text: PackageText): void {
    this.add(slug, { kind: 'reading', minutes, texts: this.texts(text) });
  }

  quiz(slug: string, title: string, quiz: Quiz): void {
    this.quizzes.set(slug, quiz);
    const minutes = Math.min(600, Math.max(1, quiz.contents.length));
    this.add(slug, { kind: 'quiz', minutes, quiz: slug, texts: this.texts({ title, summary: '', blocks: [] }) });
  }

  /** @throws Refusal `bad-package` where there is nothing in it */
  course({ title, summary, today }: About, { media }: Gathered): CoursePackage {
    if (this.lessons.size === 0)
      throw badPackage('no-course', '', 'There is nothing in this zip that can be a lesson.');
    const course: PackageCourse = {
      ...{ format: FORMAT, slug: slugFrom(title) || 'course', topic: 'cities', title: this.text(title) },
      ...{ summary: summary ? this.text(summary) : { en: '' }, outcomes: { en: [] }, languages: ['en', 'es'] },
      reviewedOn: today,
      modules: this.modules.filter(({ lessons }) => lessons.length > 0),
    };
    return { course, lessons: this.lessons, quizzes: this.quizzes, recordings: new Map(), media };
  }

  private add(slug: string, lesson: Lesson): void {
    this.lessons.set(slug, lesson);
    this.modules.at(-1)?.lessons.push(slug);
  }

  private text(words: string): Text {
    return this.lang === 'es' ? { en: words, es: words } : { en: words };
  }

  private texts(text: PackageText): Lesson['texts'] {
    return this.lang === 'es' ? { en: text, es: text } : { en: text };
  }
}

/** A line of text from elsewhere as a title or a sentence: what can be stored, as long as it may be. */
export const lineFrom = (text: string, most: number): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, most)
    .trim();
