import { BankQuestions, QuestionDraft, QuestionUses, QuizDraft } from '@haven/assessment/contract';
import { StudioCourse } from '@haven/catalog/contract';
import { type Browser } from '../testing/browser';
import { courseBySlug } from '../testing/packages';
import { openWorld, type World } from '../testing/world';

describe('the bank of questions', () => {
  let world: World;
  let editor: Browser;
  let course: string;
  let quiz: QuizDraft;
  beforeEach(async () => {
    world = await openWorld();
    editor = await world.as('editor');
    course = await courseBySlug(editor, 'sanctuary-in-cities');
    const { modules } = (await editor.get(`/api/studio/courses/${course}`).expect(200)).json(StudioCourse);
    quiz = await draft(modules.flatMap((module) => module.lessons).find((lesson) => lesson.quiz)?.quiz ?? '');
  });
  afterEach(() => world.close());

  const draft = async (id: string) => (await editor.get(`/api/studio/quizzes/${id}`).expect(200)).json(QuizDraft);
  const list = async (query = '', by = editor) =>
    (await by.get(`/api/studio/questions${query}`).expect(200)).json(BankQuestions);
  const uses = async (id: string) =>
    (await editor.get(`/api/studio/questions/${id}/uses`).expect(200)).json(QuestionUses).uses;

  it('lists every question once, page by page, with where it is asked and in which release', async () => {
    const [{ n = '0' } = {}] = await world.database.query<{ n: string }[]>(
      'SELECT sum(cardinality(questions)) AS n FROM quiz',
    );
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null;) {
      const page: BankQuestions = await list(`?limit=7${next && `&after=${next}`}`);
      seen.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    expect(seen).toHaveLength(Number(n));
    expect(new Set(seen).size).toBe(seen.length);
    const [first] = quiz.questions;
    expect(await uses(first?.id ?? '')).toEqual([
      expect.objectContaining({ link: `/studio/courses/${course}/questions/${quiz.id}`, release: 1 }),
    ]);
    await world.database.query('UPDATE course SET deleted_at = now() WHERE id = $1', [course]);
    expect(await uses(first?.id ?? '')).toEqual([]);
  });

  it('copies a question as a draft that nobody is asked yet', async () => {
    const [first] = quiz.questions;
    const copy = (await editor.post(`/api/studio/questions/${first?.id}/copies`).expect(200)).json(QuestionDraft);
    expect(copy).toMatchObject({ content: first?.content, tags: first?.tags, ready: false, version: 1 });
    expect((await draft(quiz.id)).questions.map(({ id }) => id)).toEqual([
      ...quiz.questions.map(({ id }) => id),
      copy.id,
    ]);
    expect((await uses(copy.id)).map(({ release }) => release)).toEqual([null]);
    expect((await list('?state=draft')).items.map(({ id }) => id)).toEqual([copy.id]);
  });

  it('is narrowed by words, tag and type together', async () => {
    const [first, second] = quiz.questions;
    const word = first?.content.prompt.en.split(' ')[0] ?? '';
    const tags = { [first?.id ?? '']: ['doors'], [second?.id ?? '']: ['doors', 'who'] };
    await editor
      .put(`/api/studio/quizzes/${quiz.id}/rules`, { rules: quiz.rules, tags }, { 'if-match': `"${quiz.version}"` })
      .expect(200);
    const tagged = await list('?tag=doors');
    expect(tagged.items.map(({ id }) => id).toSorted()).toEqual([first?.id, second?.id].toSorted());
    expect(tagged.tags).toEqual(['doors', 'who']);
    expect((await list('?tag=who')).items.map(({ id }) => id)).toEqual([second?.id]);
    const found = await list(`?tag=doors&q=${encodeURIComponent(word.toUpperCase())}&kind=${first?.content.kind}`);
    expect(found.items.map(({ id }) => id)).toContain(first?.id);
    expect((await list('?q=%25')).items.every(({ prompt }) => JSON.stringify(prompt).includes('%'))).toBe(true);
    expect((await list('?q=nowhereinanyquestion')).items).toEqual([]);
  });

  it('shows an author their own questions, and learners none', async () => {
    await world.database.query('UPDATE quiz SET author_id = NULL WHERE id = $1', [quiz.id]);
    const author = await world.as('author');
    const foreign = quiz.questions.map(({ id }) => id);
    const seen = (await list('?limit=100', author)).items.map(({ id }) => id);
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.filter((id) => foreign.includes(id))).toEqual([]);
    expect((await list('?limit=100')).items.map(({ id }) => id)).toEqual(expect.arrayContaining(foreign));
    await author.get(`/api/studio/questions/${foreign[0]}/uses`).expect(404);
    await author.post(`/api/studio/questions/${foreign[0]}/copies`).expect(404);
    await (await world.as('learner')).get('/api/studio/questions').expect(404);
  });
});
