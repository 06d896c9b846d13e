import { QuestionDraft, QuizDraft } from '@haven/assessment/contract';
import { PublishPreview, StudioCourse } from '@haven/catalog/contract';
import { Problem } from '@haven/shared/contract';
import { type Browser } from '../testing/browser';
import { courseBySlug, takePackage } from '../testing/packages';
import { openWorld, type World } from '../testing/world';

const slug = 'sanctuary-in-cities';
const content = {
  kind: 'true-false',
  prompt: { en: 'Is it so?', es: '¿Es así?' },
  truth: true,
  explanation: { en: 'It is.', es: 'Lo es.' },
  evidence: null,
};
const evident = { ...content, evidence: 'lesson:why-trust-matters' };

describe('a question is a draft until it is called ready', () => {
  let world: World;
  let editor: Browser;
  let course: string;
  let quiz: string;
  beforeEach(async () => {
    world = await openWorld();
    editor = await world.as('editor');
    course = await courseBySlug(editor, slug);
    quiz = await quizOf(course);
  });
  afterEach(() => world.close());

  const quizOf = async (id: string) => {
    const { modules } = (await editor.get(`/api/studio/courses/${id}`).expect(200)).json(StudioCourse);
    const lessons = modules.flatMap((module) => module.lessons);
    return lessons.find((lesson) => lesson.slug === 'check-what-you-know')?.quiz ?? '';
  };
  const preview = async () =>
    (await editor.get(`/api/studio/courses/${course}/preview`).expect(200)).json(PublishPreview);
  const publish = (draft: string) => editor.post(`/api/studio/courses/${course}/releases`, { draft, note: 'Now' });
  const add = async (body: object) =>
    (await editor.post(`/api/studio/quizzes/${quiz}/questions`, body).expect(200)).json(QuestionDraft);
  const mark = (id: string, ready: boolean, version: number, by = editor) =>
    by.put(`/api/studio/questions/${id}/state`, { ready }, { 'if-match': `"${version}"` });
  const draft = async (id = quiz) => (await editor.get(`/api/studio/quizzes/${id}`).expect(200)).json(QuizDraft);

  it('stops publishing, by name, until it has what learners need', async () => {
    expect((await draft()).questions.every(({ ready }) => ready)).toBe(true);
    const { id, ready } = await add(content);
    expect(ready).toBe(false);
    expect((await preview()).findings).toContainEqual(
      expect.objectContaining({ level: 'blocking', code: 'draft-question', question: id }),
    );
    const refused = (await mark(id, true, 1).expect(400)).json(Problem);
    expect(refused).toMatchObject({ code: 'invalid', fields: [{ path: 'evidence' }] });
    await editor.put(`/api/studio/questions/${id}`, evident, { 'if-match': '"1"' }).expect(200);
    expect((await publish((await preview()).draft).expect(409)).json(Problem).code).toBe('not-publishable');

    expect((await mark(id, true, 1).expect(409)).json(Problem).code).toBe('stale');
    expect((await mark(id, true, 2).expect(200)).json(QuestionDraft)).toMatchObject({ version: 2, ready: true });
    await publish((await preview()).draft).expect(201);
    const attempts = `/api/enrolments/${slug}/lessons/check-what-you-know/attempts`;
    expect((await (await world.guest()).post(attempts).expect(200)).text).toContain('Is it so?');
  });

  it('stays what it was called when it is written on, and may be a draft again', async () => {
    const { id } = await add(evident);
    await mark(id, true, 1).expect(200);
    const saved = await editor.put(`/api/studio/questions/${id}`, evident, { 'if-match': '"1"' }).expect(200);
    expect(saved.json(QuestionDraft)).toMatchObject({ version: 2, ready: true });
    await mark(id, false, 2).expect(200);
    expect((await preview()).findings.map(({ code }) => code)).toContain('draft-question');
    await mark(id, true, 2, await world.as('learner')).expect(404);
  });

  it('keeps its state in a copy and in a package, and comes from a file as a draft', async () => {
    const { id } = await add(evident);
    const bytes = await editor.get(`/api/studio/courses/${course}/package`).expect(200);
    const states = async (of: string) => (await draft(await quizOf(of))).questions.map(({ ready }) => ready);
    expect(await states(await takePackage(editor, bytes.bytes))).toEqual(await states(course));
    expect((await states(course)).filter((ready) => !ready)).toHaveLength(1);
    await mark(id, true, 1).expect(200);
    const file = { content: Buffer.from('Is it so? {T}').toString('base64'), lang: 'en' };
    await editor.post(`/api/studio/quizzes/${quiz}/imports`, file).expect(200);
    expect((await draft()).questions.at(-1)?.ready).toBe(false);
  });

  it('is named where a draw asks more than carry its tag', async () => {
    const { version, rules, questions } = await draft();
    const [first, second] = questions;
    const set = async (count: number, read: number) =>
      editor
        .put(
          `/api/studio/quizzes/${quiz}/rules`,
          {
            rules: { ...rules, draws: [{ tag: 'law', count }] },
            tags: { [first?.id ?? '']: ['law'], [second?.id ?? '']: ['law'] },
          },
          { 'if-match': `"${read}"` },
        )
        .expect(200);
    await set(3, version);
    expect((await preview()).findings).toContainEqual(
      expect.objectContaining({ level: 'blocking', code: 'short-draw' }),
    );
    await set(2, version + 1);
    expect((await preview()).findings.map(({ code }) => code)).not.toContain('short-draw');
  });
});
