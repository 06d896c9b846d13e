import {
  AgainPreview,
  CourseDetail,
  type CourseSettings,
  LessonDetail,
  LessonDraft,
  PublishPreview,
  ReleaseCard,
  ReleaseCards,
  StudioCourse,
} from '@haven/catalog/contract';
import { newId } from '@haven/shared/api';
import { paragraph } from './blocks';
import { type Browser } from './browser';

/** A course of readings that a spec builds and publishes, with what learners see of it. */
export class SmallCourse {
  private constructor(
    private readonly editor: Browser,
    private readonly visitor: Browser,
    readonly id: string,
    readonly slug: string,
    private readonly module: string,
  ) {}

  /** Begins a course with one module and these lessons, each with a text. */
  static async begin(editor: Browser, visitor: Browser, lessons: readonly string[]): Promise<SmallCourse> {
    const slug = `small-${newId()}`;
    const title = { en: 'A small course' };
    const made = (
      await editor.post('/api/studio/courses', { slug, title, summary: { en: '' }, topic: 'cities' }).expect(201)
    ).json(StudioCourse);
    const module = newId();
    const course = new SmallCourse(editor, visitor, made.id, slug, module);
    await course.change({ do: 'add-module', module, title: { en: 'Only' }, after: null });
    for (const lesson of lessons) await course.add(lesson);
    return course;
  }

  private get url(): string {
    return `/api/studio/courses/${this.id}`;
  }

  async outline(): Promise<StudioCourse> {
    return (await this.editor.get(this.url).expect(200)).json(StudioCourse);
  }

  /** Adds a reading at the front, and answers its id. */
  async add(title: string): Promise<string> {
    const lesson = newId();
    const source = { kind: 'reading' };
    await this.change({ do: 'add-lesson', lesson, module: this.module, after: null, title: { en: title }, source });
    await this.write(lesson, title, 'The first text.');
    return lesson;
  }

  remove(lesson: string): Promise<void> {
    return this.change({ do: 'remove-lesson', lesson });
  }

  async write(lesson: string, title: string, text: string): Promise<void> {
    const url = `${this.url}/lessons/${lesson}`;
    const { version } = await this.read(lesson);
    const en = { title, summary: '', blocks: [paragraph(text)] };
    await this.editor.put(url, { en, es: null }, { 'if-match': `"${version}"` }).expect(200);
  }

  async read(lesson: string): Promise<LessonDraft> {
    return (await this.editor.get(`${this.url}/lessons/${lesson}`).expect(200)).json(LessonDraft);
  }

  async cancel(number: number): Promise<void> {
    await this.editor.delete(`${this.url}/releases/${number}/time`).expect(200);
  }

  async preview(): Promise<PublishPreview> {
    return (await this.editor.get(`${this.url}/preview`).expect(200)).json(PublishPreview);
  }

  async publish(more: object = {}): Promise<ReleaseCard> {
    const { draft } = await this.preview();
    return (await this.editor.post(`${this.url}/releases`, { draft, note: '', ...more }).expect(201)).json(ReleaseCard);
  }

  async previewAgain(number: number): Promise<AgainPreview> {
    return (await this.editor.get(`${this.url}/releases/${number}/again`).expect(200)).json(AgainPreview);
  }

  async again(number: number, more: object = {}): Promise<ReleaseCard> {
    const { review } = await this.previewAgain(number);
    const body = { review, note: '', ...more };
    return (await this.editor.post(`${this.url}/releases/${number}/again`, body).expect(201)).json(ReleaseCard);
  }

  async releases(): Promise<ReleaseCard[]> {
    return (await this.editor.get(`${this.url}/releases?limit=100`).expect(200)).json(ReleaseCards).items;
  }

  /** The course as anyone sees it. */
  async seen(): Promise<CourseDetail> {
    return (await this.visitor.get(`/api/courses/${this.slug}`).expect(200)).json(CourseDetail);
  }

  /** Every lesson as anyone sees it, in order. */
  async lessons(): Promise<LessonDetail[]> {
    const { modules } = await this.seen();
    const lessons: LessonDetail[] = [];
    for (const { slug } of modules.flatMap((module) => module.lessons))
      lessons.push(
        (await this.visitor.get(`/api/courses/${this.slug}/lessons/${slug}`).expect(200)).json(LessonDetail),
      );
    return lessons;
  }

  /** Changes settings of the draft. */
  async settle(settings: Partial<CourseSettings>): Promise<void> {
    const { settings: was } = await this.outline();
    await this.change({ do: 'settle', was, now: { ...was, ...settings } });
  }

  /** Changes the outline; `expected` is the status of the answer. */
  async change(change: object, expected = 200): Promise<void> {
    const { version } = await this.outline();
    await this.editor.post(`${this.url}/outline`, change, { 'if-match': `"${version}"` }).expect(expected);
  }

  /** Puts a lesson of another course first; `expected` is the status of the answer. */
  borrow(lesson: string, follow: boolean, expected = 200): Promise<void> {
    const source = { kind: 'lesson', follow };
    return this.change(
      { do: 'add-lesson', lesson, module: this.module, after: null, title: { en: 'x' }, source },
      expected,
    );
  }
}

/** A small change of a course that is there: its first module gets another title. */
export async function renameModule(editor: Browser, course: string): Promise<void> {
  const url = `/api/studio/courses/${course}`;
  const { version, modules } = (await editor.get(url).expect(200)).json(StudioCourse);
  const [module] = modules;
  const change = { do: 'rename-module', module: module?.id, was: module?.title, title: { en: 'Another title' } };
  await editor.post(`${url}/outline`, change, { 'if-match': `"${version}"` }).expect(200);
}
