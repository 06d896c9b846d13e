import { AttemptDetail, QuestionContent, QuizDraft, rulesOf } from '@haven/assessment/contract';
import { LessonDetail, PublishPreview } from '@haven/catalog/contract';
import { newId } from '@haven/shared/api';
import { roles } from '@haven/shared/contract';
import { type Browser } from '../testing/browser';
import { CANARY, rekeyed, rekeyedDuring } from '../testing/rekeyed';
import { type Route, routesOf } from '../testing/routes';
import { someone } from '../testing/situation';
import { openWorld, type World } from '../testing/world';

const slug = 'knowing-your-citys-policies';
const attempts = `/api/enrolments/${slug}/lessons/practise/attempts`;

/** Moments differ between two looks at the same thing, and tell no key. */
const still = (text: string) => text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'T');

/**
 * Every GET route, with every id and name there is, and what a learner writes, as every role, in every state of an attempt at a graded quiz of
 * all ten types that also draws: the bodies are the same whatever the keys, explanations, evidence and numbers of right options are. Nothing
 * that depends on them can be in them.
 */
describe('before its time', () => {
  let world: World;
  let course: string;
  let quiz: string;
  let values: Record<string, string[]>;
  let gets: Route[];

  beforeAll(async () => {
    world = await openWorld();
    const lesson = (await world.visitor().get(`/api/courses/${slug}/lessons/practise`).expect(200)).json(LessonDetail);
    quiz = lesson.quiz?.id ?? '';
    const ids = (sql: string) => world.database.query<{ id: string }[]>(sql).then((rows) => rows.map(({ id }) => id));
    const another = `quiz WHERE id <> '${quiz}' ORDER BY id DESC LIMIT 2`;
    const drawn = await ids(`SELECT unnest(questions)::text AS id FROM ${another}`);
    await world.database.query(`UPDATE question SET tags = '{shared}' WHERE id = ANY($1)`, [drawn]);
    course = (await ids(`SELECT id FROM course WHERE slug = '${slug}'`))[0] ?? '';
    values = {
      slug: [slug],
      lesson: ['practise', 'check-what-you-know', lesson.id],
      item: [course, lesson.id],
      id: [course, quiz, lesson.id, ...(await ids('SELECT id FROM recording LIMIT 1'))],
      question: [...(await ids(`SELECT unnest(questions)::text AS id FROM quiz WHERE id = '${quiz}'`)), ...drawn],
      locale: ['en'],
      rev: ['1'],
      file: ['main.m3u8'],
    };
    gets = routesOf(world.app).filter(({ method }) => method === 'GET');
  });
  afterAll(() => world.close());

  const editor = async () => (await someone(world, 'editor')).browser;
  /** Publishes the quiz with all types of questions as a graded one. */
  const publish = async (feedback: string) => {
    const browser = await editor();
    const { version } = (await browser.get(`/api/studio/quizzes/${quiz}`).expect(200)).json(QuizDraft);
    const draws = [{ tag: 'shared', count: 2, from: 'bank' }];
    const body = { rules: { passMark: 95, shuffle: true, feedback, draws }, tags: {} };
    await browser.put(`/api/studio/quizzes/${quiz}/rules`, body, { 'if-match': `"${version}"` }).expect(200);
    const { draft } = (await browser.get(`/api/studio/courses/${course}/preview`).expect(200)).json(PublishPreview);
    await browser.post(`/api/studio/courses/${course}/releases`, { draft, note: '' });
  };
  const start = async (browser: Browser) => (await browser.post(attempts).expect(200)).json(AttemptDetail);
  const answer = async (browser: Browser, attempt: AttemptDetail) => {
    const responses = attempt.questions.map((question) => {
      const chosen = 'options' in question ? [question.options[0]?.id ?? ''] : [];
      return { id: newId(), question: question.id, answer: chosen, seq: 1, at: new Date().toISOString() };
    });
    await browser.post(`/api/attempts/${attempt.id}/responses`, { responses }).expect(200);
  };

  /** Every address that a route can have with what is known. */
  function addresses({ path }: Route, own: readonly string[]): string[] {
    const [name] = path.match(/:\w+/) ?? [];
    if (!name) return [path];
    const known = name === ':id' ? [...(values['id'] ?? []), ...own] : (values[name.slice(1)] ?? []);
    return known.flatMap((value) => addresses({ path: path.replace(name, value) } as Route, own));
  }

  /** What somebody gets to see of it all. Staff know the keys in the studio; everywhere else they are readers like others. */
  async function walk(browser: Browser, staff: boolean, own: readonly string[]): Promise<Map<string, string>> {
    // Once before, so that what is written has been written in both looks.
    await written(browser, own);
    const seen = await written(browser, own);
    for (const route of gets)
      if (!staff || !route.path.startsWith('/api/studio/'))
        for (const url of addresses(route, own)) {
          const { status, text } = await browser.get(url);
          seen.set(url, `${status} ${still(text)}`);
        }
    return seen;
  }

  /**
   * What is answered to whoever begins, answers, reads and hands in what may be handed in without showing anything. All of it can be sent
   * again: the second look does the same as the first.
   */
  async function written(browser: Browser, own: readonly string[]): Promise<Map<string, string>> {
    const seen = new Map<string, string>();
    const send = async (method: 'POST' | 'PUT', url: string, body: unknown = {}) => {
      const { status, text } = await browser.send(method, url, body);
      seen.set(`${method} ${url}`, `${status} ${still(text)}`);
    };
    const lessons = `/api/enrolments/${slug}/lessons`;
    await send('POST', attempts);
    for (const lesson of values['lesson'] ?? []) await send('PUT', `${lessons}/${lesson}/read`);
    const sheet = { release: course, seed: 1, startedAt: new Date(0).toISOString(), responses: [], submittedAt: null };
    await send('PUT', `${attempts}/${course}`, sheet);
    const handedIn = await world.database.query<{ id: string }[]>(
      'SELECT id FROM attempt WHERE id = ANY($1) AND submitted_at IS NOT NULL',
      [own],
    );
    for (const { id } of handedIn) await send('POST', `/api/attempts/${id}/submission`);
    for (const id of own)
      for (const [at, question] of (values['question'] ?? []).entries()) {
        const response = { id: idOf(id, at), question, answer: [], seq: 9, at: new Date(0).toISOString() };
        await send('POST', `/api/attempts/${id}/responses?${at}`, { responses: [response] });
      }
    for (const id of own)
      for (const question of values['question'] ?? [])
        await send('POST', `/api/attempts/${id}/questions/${question}/confirmation`);
    return seen;
  }

  /** The same for the same question of an attempt, so that its answer is the same in both looks. */
  const idOf = (attempt: string, at: number) =>
    `${attempt.slice(0, -1)}${((parseInt(attempt.slice(-1), 16) + at + 1) % 16).toString(16)}`;

  const withOtherKeys = <T>(
    look: () => Promise<T>,
    questions: readonly string[] = values['question'] ?? [],
  ): Promise<[T, T]> => rekeyedDuring(world, questions, look);

  it('all keys of the walk are other ones, and what is asked is the same', async () => {
    const rows = await world.database.query<{ content: unknown }[]>(
      'SELECT content FROM question_version WHERE question_id = ANY($1)',
      [values['question']],
    );
    const contents = rows.map(({ content }) => QuestionContent.parse(content));
    expect(new Set(contents.map(({ kind }) => kind)).size).toBe(QuestionContent.options.length);
    for (const content of contents) {
      const [rules, other, order] = [
        rulesOf(content.kind),
        rekeyed(content),
        { question: 'q', seed: 7, shuffle: true },
      ];
      expect(rules.face(other, order)).toEqual(rules.face(content, order));
      if (content.kind !== 'reflection') expect(rules.right(other)).not.toEqual(rules.right(content));
    }
  });

  it.each([
    ['no attempt', 'submit', async () => undefined],
    ['an attempt that is open', 'submit', async (browser: Browser) => void (await start(browser))],
    ['an attempt with answers', 'submit', async (browser: Browser) => answer(browser, await start(browser))],
    [
      'one with answers that are not confirmed, where what is right is shown of each that is',
      'each',
      async (browser: Browser) => answer(browser, await start(browser)),
    ],
    [
      'one that was handed in, where what is right is never shown',
      'never',
      async (browser: Browser) => {
        const attempt = await start(browser);
        await answer(browser, attempt);
        await browser.post(`/api/attempts/${attempt.id}/submission`).expect(200);
      },
    ],
    [
      'one that was handed in and not passed, where what is right is shown after passing',
      'pass',
      async (browser: Browser) => {
        const attempt = await start(browser);
        await browser.post(`/api/attempts/${attempt.id}/submission`).expect(200);
        await start(browser);
      },
    ],
  ])('no body tells of a key: %s', async (_state, feedback, reach) => {
    await publish(feedback);
    const stranger = (await someone(world, 'guest')).browser;
    await answer(stranger, await start(stranger));
    const people: { browser: Browser; staff: boolean; own: string[] }[] = [];
    for (const role of ['visitor', ...roles] as const) {
      const { browser, id } = await someone(world, role);
      if (id) {
        await browser.post('/api/enrolments', { course: slug }).expect(200);
        await reach(browser);
      }
      const own = await world.database.query<{ id: string }[]>('SELECT id FROM attempt ORDER BY id DESC LIMIT 3');
      const staff = ['author', 'editor', 'administrator'].includes(role);
      people.push({ browser, staff, own: own.map(({ id }) => id) });
    }
    const [seen, other] = await withOtherKeys(() =>
      Promise.all(people.map(({ browser, staff, own }) => walk(browser, staff, own))),
    );
    for (const [at, bodies] of seen.entries())
      for (const [url, body] of bodies) {
        expect(`${url} ${other[at]?.get(url)}`).toBe(`${url} ${body}`);
        expect(body).not.toMatch(/"correct"|"right"|"explanation"|"truth"|"accepted"|"target"/);
      }
    expect(Math.min(...seen.map(({ size }) => size))).toBeGreaterThan(30);
  });

  it('no body tells what stands in a draft', async () => {
    const browser = await editor();
    const { questions } = (await browser.get(`/api/studio/quizzes/${quiz}`).expect(200)).json(QuizDraft);
    for (const { id, version, content } of questions)
      await browser.put(`/api/studio/questions/${id}`, rekeyed(content), { 'if-match': `"${version}"` }).expect(200);
    for (const role of ['visitor', ...roles] as const) {
      const { browser: reader, id } = await someone(world, role);
      if (id) await reader.post('/api/enrolments', { course: slug }).expect(200);
      const own = id ? [(await start(reader)).id] : [];
      const staff = ['author', 'editor', 'administrator'].includes(role);
      for (const body of (await walk(reader, staff, own)).values()) expect(body).not.toContain(CANARY);
    }
  });

  it('tells of a question once its answer is confirmed, and of no other', async () => {
    await publish('each');
    const { browser } = await someone(world, 'guest');
    await browser.post('/api/enrolments', { course: slug }).expect(200);
    const attempt = await start(browser);
    await answer(browser, attempt);
    const fixed = attempt.questions.at(-1)?.id ?? '';
    // One that is drawn from another course.
    expect(values['question']?.slice(-2)).toContain(fixed);
    const confirmation = `/api/attempts/${attempt.id}/questions/${fixed}/confirmation`;
    await browser.post(confirmation).expect(200);
    const differ = async (questions: readonly string[]) => {
      const [seen, other] = await withOtherKeys(() => walk(browser, false, [attempt.id]), questions);
      return [...seen].filter(([url, body]) => other.get(url) !== body).map(([url]) => url);
    };
    expect(await differ((values['question'] ?? []).filter((id) => id !== fixed))).toEqual([]);
    const told = [`POST ${attempts}`, `POST ${confirmation}`, `/api/attempts/${attempt.id}`];
    expect((await differ([fixed])).toSorted()).toEqual(told.toSorted());
  });

  it('and the walk would see it: once it may be seen, the body tells', async () => {
    await publish('submit');
    const { browser } = await someone(world, 'guest');
    await browser.post('/api/enrolments', { course: slug }).expect(200);
    const { id } = await start(browser);
    await browser.post(`/api/attempts/${id}/submission`).expect(200);
    const [seen, other] = await withOtherKeys(() => walk(browser, false, [id]));
    const differ = [...seen].filter(([url, body]) => other.get(url) !== body).map(([url]) => url);
    expect(differ).toEqual([`POST /api/attempts/${id}/submission`, `/api/attempts/${id}`]);
  });
});
