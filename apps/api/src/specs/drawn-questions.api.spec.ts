import { PracticeSheet, type QuestionContent } from '@haven/assessment/contract';
import { answerAll } from '../testing/answers';
import { Drawing } from '../testing/drawing';
import { courseBySlug, takePackage } from '../testing/packages';
import { tryCourse } from '../testing/tried';
import { openWorld, type World } from '../testing/world';

describe('a quiz that draws questions of other quizzes', () => {
  let world: World;
  let d: Drawing;
  beforeEach(async () => {
    world = await openWorld();
    d = await Drawing.begin(world);
  });
  afterEach(() => world.close());

  const prompted = (en: string) => (content: QuestionContent) => ({ ...content, prompt: { en, es: en } });

  it('asks learners exactly what was released, graded and explained, and leads nobody to lessons of another course', async () => {
    await d.draw(2);
    expect(await d.codes()).not.toContain('short-draw');
    expect(await d.changes()).toContainEqual({ what: 'bankDraws', locale: null, before: null, after: 'law: 2' });
    expect((await d.changes()).filter(({ what }) => what === 'drawn')).toHaveLength(4);
    await d.publish();
    const { questions: own } = await d.draft();
    const browser = await d.guest();
    const attempt = await d.start(browser);
    expect(attempt.quiz.questions).toBe(own.length + 2);
    expect(d.drawnIn(attempt)).toHaveLength(2);
    expect((await d.start(browser)).questions).toEqual(attempt.questions);
    const drawn = new Set<string>();
    for (let n = 0; n < 8; n++) for (const id of d.drawnIn(await d.start(await d.guest()))) drawn.add(id);
    expect(drawn.size).toBeGreaterThan(2);
    await answerAll(world, browser, attempt, (right) => right);
    const { result } = await d.submit(browser, attempt);
    expect(result).toMatchObject({ credit: own.length + 2, passed: true });
    for (const { question, evidence, explanation } of result?.questions ?? []) {
      expect(explanation.en).not.toBe('');
      if (d.pool.includes(question)) expect(evidence).toBeNull();
      else expect(evidence).not.toBeNull();
    }
    expect(result?.questions.filter(({ evidence }) => evidence === null)).toHaveLength(2);
  });

  it('shows what is written there only with its next release, which says so before', async () => {
    await d.draw(4);
    await d.publish();
    const [first = ''] = d.pool;
    await d.reword(first, prompted('Quite another question?'));
    expect(await d.changes()).toContainEqual(
      expect.objectContaining({ what: 'prompt', locale: 'en', after: 'Quite another question?' }),
    );
    const prompts = async () => (await d.start(await d.guest())).questions.map(({ prompt }) => prompt.en);
    expect(await prompts()).not.toContain('Quite another question?');
    const reviewed = await d.preview();
    await d.reword(first, prompted('A third one?'));
    await d.editor.post(`/api/studio/courses/${d.course}/releases`, { draft: reviewed.draft, note: '' }).expect(409);
    await d.publish();
    expect(await prompts()).toContain('A third one?');
  });

  it('draws what is ready, of the same purpose and asked somewhere, and is stopped where that is too little', async () => {
    await d.draw(4);
    expect(await d.pools()).toEqual({ law: 4, schools: 4 });
    expect(await d.codes()).not.toContain('short-draw');
    const [first = ''] = d.pool;
    await d.mark(first, false);
    expect(await d.pools()).toEqual({ law: 3, schools: 3 });
    expect((await d.preview()).findings).toContainEqual(
      expect.objectContaining({ level: 'blocking', code: 'short-draw' }),
    );
    await d.mark(first, true);
    expect(await d.codes()).not.toContain('short-draw');
    await d.save(d.other, { practice: true, passMark: 0 });
    expect(await d.pools()).toEqual({ 'law*': 4, 'schools*': 4 });
    expect(await d.codes()).toContain('short-draw');
    await d.save(d.other, { practice: false, passMark: 75 });
    await world.database.query('UPDATE course SET deleted_at = now() WHERE slug = $1', [d.from]);
    expect(await d.pools()).toEqual({});
  });

  it('counts its own questions with the tag too, and can be nothing but drawn questions', async () => {
    const { questions } = await d.draft();
    await d.draw(5, {}, { [questions[0]?.id ?? '']: ['law'] });
    expect(await d.codes()).not.toContain('short-draw');
    await world.database.query(`UPDATE quiz SET questions = '{}' WHERE id = $1`, [d.quiz]);
    await d.draw(3);
    expect((await d.preview()).findings.filter(({ level }) => level === 'blocking')).toEqual([]);
    await d.publish();
    expect((await d.start(await d.guest())).questions).toHaveLength(3);
    await d.draw(3);
    await world.database.query(`UPDATE question SET tags = '{}'`);
    expect(await d.codes()).toEqual(expect.arrayContaining(['no-questions', 'short-draw']));
  });

  it('keeps what it was published with, whatever becomes of the question and its course', async () => {
    await d.draw(4);
    await d.publish();
    await world.database.query(`UPDATE quiz SET questions = '{}' WHERE id = $1`, [d.other]);
    await world.database.query('UPDATE course SET deleted_at = now() WHERE slug = $1', [d.from]);
    const browser = await d.guest();
    const attempt = await d.start(browser);
    expect(d.drawnIn(attempt)).toHaveLength(4);
    await answerAll(world, browser, attempt, (right) => right);
    expect((await d.submit(browser, attempt)).result).toMatchObject({ passed: true, credit: attempt.questions.length });
    expect((await d.changes()).filter(({ what, after }) => what === 'drawn' && after === null)).toHaveLength(4);
    expect(await d.codes()).toContain('short-draw');
  });

  it('is previewed as it would be published', async () => {
    await d.draw(3);
    const { frame } = await tryCourse(d.editor, d.course);
    await frame.post('/api/enrolments', { course: d.slug }).expect(200);
    expect(d.drawnIn(await d.start(frame))).toHaveLength(3);
    expect(d.drawnIn(await d.start(await d.guest()))).toEqual([]);
  });

  it('practises without a line what other practice has, and keeps the keys of graded questions at home', async () => {
    const third = await courseBySlug(d.editor, 'knowing-your-citys-policies');
    const practice = await d.draft(await d.quizOf(third, 'practise'));
    const tags = Object.fromEntries(practice.questions.slice(0, 3).map(({ id }) => [id, ['law']]));
    await d.save(practice.id, {}, tags);
    await d.draw(2, { practice: true, passMark: 0 });
    expect(await d.pools()).toEqual({ law: 4, 'law*': 3, schools: 4 });
    await d.publish();
    const url = `/api/courses/${d.slug}/lessons/check-what-you-know/practice`;
    const sheet = (await world.visitor().get(url).expect(200)).json(PracticeSheet);
    const own = (await d.draft()).questions.map(({ id }) => id);
    expect(sheet.questions.map(({ id }) => id)).toEqual([...own, ...Object.keys(tags).toSorted()]);
    for (const { id, content } of sheet.questions) if (id in tags) expect(content.evidence).toBeNull();
  });

  it('leaves whole in a package, which is an ordinary quiz and comes back as the same bytes', async () => {
    await d.draw(2);
    await d.publish();
    const packed = async (id: string, query = '') =>
      (await d.editor.get(`/api/studio/courses/${id}/package${query}`).expect(200)).bytes;
    const bytes = await packed(d.course);
    expect((await packed(d.course, '?release=2')).equals(bytes)).toBe(true);
    await world.database.query('TRUNCATE course, quiz, question, recording CASCADE');
    d.course = await takePackage(d.editor, bytes);
    expect((await packed(d.course)).equals(bytes)).toBe(true);
    const { rules, questions } = await d.draft(await d.quizOf(d.course));
    expect(rules.draws).toEqual([{ tag: 'law', count: 2 }]);
    expect(questions.filter(({ tags }) => tags.join() === 'law')).toHaveLength(4);
    expect(await d.codes()).not.toContain('short-draw');
  });
});
