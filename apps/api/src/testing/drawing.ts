import { AttemptDetail, type QuestionContent, QuizDraft, QuizPools, type QuizRules } from '@haven/assessment/contract';
import { PublishPreview, StudioCourse } from '@haven/catalog/contract';
import { type Browser } from './browser';
import { courseBySlug } from './packages';
import { someone } from './situation';
import { type World } from './world';

const lesson = 'check-what-you-know';

/** A course whose quiz can draw questions with the tag `law` from the quiz of another course, which has four of them. */
export class Drawing {
  readonly slug = 'schools-as-safe-places';
  /** The course whose questions are drawn. */
  readonly from = 'sanctuary-in-cities';
  course = '';
  quiz = '';
  other = '';
  /** Those that carry the tag. */
  pool: string[] = [];

  private constructor(
    private readonly world: World,
    readonly editor: Browser,
  ) {}

  static async begin(world: World): Promise<Drawing> {
    const drawing = new Drawing(world, (await someone(world, 'editor')).browser);
    drawing.course = await courseBySlug(drawing.editor, drawing.slug);
    drawing.quiz = await drawing.quizOf(drawing.course);
    drawing.other = await drawing.quizOf(await courseBySlug(drawing.editor, drawing.from));
    drawing.pool = (await drawing.draft(drawing.other)).questions.slice(0, 4).map(({ id }) => id);
    await drawing.save(drawing.other, {}, Object.fromEntries(drawing.pool.map((id) => [id, ['law', 'schools']])));
    return drawing;
  }

  async quizOf(course: string, at = lesson): Promise<string> {
    const { modules } = (await this.editor.get(`/api/studio/courses/${course}`).expect(200)).json(StudioCourse);
    return modules.flatMap((module) => module.lessons).find((one) => one.slug === at)?.quiz ?? '';
  }

  async draft(quiz = this.quiz): Promise<QuizDraft> {
    return (await this.editor.get(`/api/studio/quizzes/${quiz}`).expect(200)).json(QuizDraft);
  }

  async save(quiz: string, change: Partial<QuizRules>, tags: Record<string, string[]> = {}): Promise<void> {
    const { version, rules } = await this.draft(quiz);
    const body = { rules: { ...rules, ...change }, tags };
    await this.editor.put(`/api/studio/quizzes/${quiz}/rules`, body, { 'if-match': `"${version}"` }).expect(200);
  }

  /** Has the quiz draw so many from all questions. */
  draw(count: number, change: Partial<QuizRules> = {}, tags: Record<string, string[]> = {}): Promise<void> {
    return this.save(this.quiz, { draws: [{ tag: 'law', count, from: 'bank' }], ...change }, tags);
  }

  async preview(): Promise<PublishPreview> {
    return (await this.editor.get(`/api/studio/courses/${this.course}/preview`).expect(200)).json(PublishPreview);
  }

  async publish(): Promise<void> {
    const { draft } = await this.preview();
    await this.editor.post(`/api/studio/courses/${this.course}/releases`, { draft, note: 'Now' }).expect(201);
  }

  async codes() {
    return (await this.preview()).findings.map(({ code }) => code);
  }

  async changes() {
    return (await this.preview()).changes.flatMap((one) => one.changes);
  }

  guest(slug = this.slug): Promise<Browser> {
    return this.world.guest(slug);
  }

  async start(browser: Browser, slug = this.slug): Promise<AttemptDetail> {
    return (await browser.post(`/api/enrolments/${slug}/lessons/${lesson}/attempts`).expect(200)).json(AttemptDetail);
  }

  async submit(browser: Browser, { id }: AttemptDetail): Promise<AttemptDetail> {
    return (await browser.post(`/api/attempts/${id}/submission`).expect(200)).json(AttemptDetail);
  }

  drawnIn({ questions }: AttemptDetail): string[] {
    return questions.map(({ id }) => id).filter((id) => this.pool.includes(id));
  }

  /** How many there are by tag; those for practice with a star. */
  async pools(by = this.editor): Promise<Record<string, number>> {
    const { pools } = (await by.get(`/api/studio/quizzes/${this.quiz}/pools`).expect(200)).json(QuizPools);
    return Object.fromEntries(pools.map(({ tag, practice, questions }) => [`${tag}${practice ? '*' : ''}`, questions]));
  }

  /** Calls a question of the other quiz ready, or a draft. */
  async mark(id: string, ready: boolean): Promise<void> {
    const { version } = await this.question(id);
    await this.editor.put(`/api/studio/questions/${id}/state`, { ready }, { 'if-match': `"${version}"` }).expect(200);
  }

  async reword(id: string, change: (content: QuestionContent) => QuestionContent): Promise<void> {
    const { version, content } = await this.question(id);
    await this.editor.put(`/api/studio/questions/${id}`, change(content), { 'if-match': `"${version}"` }).expect(200);
  }

  private async question(id: string) {
    const found = (await this.draft(this.other)).questions.find((one) => one.id === id);
    if (!found) throw new Error('no such question');
    return found;
  }
}
