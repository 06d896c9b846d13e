import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Quizzes, wordingsOf } from '@haven/assessment/api';
import {
  type CourseTranslation,
  type ReviewPart,
  type SectionParam,
  type SectionTranslation,
  type SetGate,
  type TranslatePart,
  type TranslationPart,
} from '@haven/catalog/contract';
import { type Actor, notFound, type Person, Refusal, stale } from '@haven/shared/api';
import { type DataSource, type EntityManager } from 'typeorm';
import { CourseContent } from '../content';
import { ItemRow, ItemVersionRow } from '../course.entity';
import { Drafts } from '../drafts';
import { Trees } from '../trees';
import { earlierEnglish } from './earlier';
import { nameOf, type Part, wordsFit } from './part';
import { sectionsOf, toCard, toPart, type Translated } from './sections';
import { TranslationWrites } from './translation-writes';

/** The Spanish of a course beside its English, part by part. Nothing here changes what a learner sees. */
@Injectable()
export class Translations {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly drafts: Drafts,
    private readonly trees: Trees,
    private readonly quizzes: Quizzes,
    private readonly writes: TranslationWrites,
  ) {}

  /** What there is to translate in a course, and how it stands. */
  async course(actor: Actor, id: string): Promise<CourseTranslation> {
    const { content, sections } = await this.sections(this.database.manager, actor, id);
    return { title: content.title, gate: content.translation?.gate ?? 'always', sections: sections.map(toCard) };
  }

  /** Sets when learners are shown the Spanish, from the next release on. Owns its transaction. @throws Refusal `stale` */
  async setGate(actor: Person, id: string, { was, gate }: SetGate): Promise<CourseTranslation> {
    await this.database.transaction(async (manager) => {
      await this.drafts.load(manager, actor, id, true);
      await this.writes.course(manager, actor, id, (content) => {
        const now = content.translation?.gate ?? 'always';
        if (now !== was && now !== gate) throw stale();
        return { ...content, translation: { ...content.translation, gate: gate === 'always' ? undefined : gate } };
      });
    });
    return this.course(actor, id);
  }

  /** Every section with its parts. `lock`: whoever changes the course waits. */
  async sections(manager: EntityManager, actor: Actor, id: string, lock = false) {
    const course = await this.drafts.load(manager, actor, id, lock);
    const tree = await this.trees.draft(manager, course);
    const wordings = await wordingsOf(manager, questionsOf(tree.lessons));
    return { slug: course.slug, content: tree.content, sections: sectionsOf(tree, wordings, id), wordings };
  }

  /** The parts of a lesson, or of the words of a course, side by side. */
  async section(actor: Actor, { id, item }: SectionParam): Promise<SectionTranslation> {
    const manager = this.database.manager;
    const { section, wordings } = await this.one(manager, actor, id, item);
    const earlier = await earlierEnglish(manager, section, wordings);
    return { ...toCard(section), parts: section.parts.map((part) => toPart(part, earlier)) };
  }

  /**
   * Translates one part. Two who translate different parts at once both do; of the same part the second is told. Where the English has
   * changed meanwhile, the translation is kept as one of the English that its translator saw. Owns its transaction.
   * @throws Refusal `stale` where the Spanish is no longer `was`; `invalid` for words that cannot stand there.
   */
  async translate(actor: Person, { id, item }: SectionParam, edit: TranslatePart): Promise<TranslationPart> {
    const text = typeof edit.text === 'string' ? edit.text.trim() || null : edit.text;
    return this.change(actor, id, item, edit.key, async (manager, part) => {
      if (text !== null && !wordsFit(part, text)) throw misfit();
      const words = text === null ? null : nameOf(text);
      if (part.words === words && part.from === edit.of) return;
      if (part.words !== edit.was && part.words !== words) throw stale();
      await this.writes.write(manager, actor, id, item, [{ part, text, of: edit.of, reviewed: false }]);
    });
  }

  /**
   * Says that somebody has read a translation beside its English, or takes that back. Owns its transaction.
   * @throws Refusal `stale` where either is no longer what they read.
   */
  async review(actor: Person, { id, item }: SectionParam, mark: ReviewPart): Promise<TranslationPart> {
    return this.change(actor, id, item, mark.key, async (manager, part) => {
      if (part.of !== mark.of || part.words !== mark.words) throw stale();
      if (mark.reviewed === (part.state === 'reviewed')) return;
      const { text, of } = part;
      await this.writes.write(manager, actor, id, item, [{ part, text, of, reviewed: mark.reviewed }]);
    });
  }

  /** All changes of the translation of a course wait for each other, and for those of its outline. */
  private async change(
    actor: Person,
    id: string,
    item: string,
    key: string,
    write: (manager: EntityManager, part: Part) => Promise<void>,
  ): Promise<TranslationPart> {
    return this.database.transaction(async (manager) => {
      await this.drafts.load(manager, actor, id, true);
      const part = async () => {
        const { section, wordings } = await this.one(manager, actor, id, item);
        const found = section.parts.find((one) => one.key === key);
        if (!found) throw notFound();
        return { found, section: { ...section, parts: [found] }, wordings };
      };
      await write(manager, (await part()).found);
      const { found, section, wordings } = await part();
      return toPart(found, await earlierEnglish(manager, section, wordings));
    });
  }

  /** One section, without loading the others. */
  private async one(manager: EntityManager, actor: Actor, id: string, item: string) {
    await this.drafts.load(manager, actor, id);
    const row = await manager.findOneByOrFail(ItemRow, { id, kind: 'course' });
    const version = await manager.findOneByOrFail(ItemVersionRow, { itemId: id, number: row.draft });
    const content = CourseContent.parse(version.content);
    const lessons = item === id ? [] : [await this.lesson(manager, id, item, content)];
    const wordings = await wordingsOf(manager, questionsOf(lessons));
    const section = sectionsOf({ content, lessons }, wordings, id).find((one) => one.item === item);
    if (!section) throw notFound();
    return { section, wordings };
  }

  private async lesson(manager: EntityManager, course: string, id: string, { modules }: CourseContent) {
    if (!modules.some(({ lessons }) => lessons.includes(id))) throw notFound();
    const { content } = await this.drafts.loadLesson(manager, course, id);
    const quiz = content.quiz ? await this.quizzes.byId(manager, content.quiz) : null;
    return { id, content, questions: quiz && (await this.quizzes.drafts(manager, quiz)) };
  }
}

const questionsOf = (lessons: Translated['lessons']): string[] =>
  lessons.flatMap(({ questions }) => questions?.map(({ id }) => id) ?? []);

const misfit = () =>
  new Refusal('invalid', 'This cannot stand in the place of that part. It may be too long.', [
    { path: 'text', message: 'misfit' },
  ]);
