import { AttemptDetail, PracticeSheet } from '@haven/assessment/contract';
import { type CourseSettings, PublishPreview, StudioCourse } from '@haven/catalog/contract';
import { Sessions } from '@haven/identity/api';
import { StudioGroup } from '@haven/identity/contract';
import { newId } from '@haven/shared/api';
import { type Role } from '@haven/shared/contract';
import { optionIds } from './testing/answers';
import { golden } from './testing/golden';
import { courseBySlug } from './testing/packages';
import { routesOf } from './testing/routes';
import { type Ask, someone, type Who } from './testing/situation';
import { openWorld, type World } from './testing/world';

const slug = 'knowing-your-citys-policies';
const other = 'sanctuary-in-cities';
const HOUR_MS = 3_600_000;

/** What learners are asked for by name in any course, and what they began in one. */
const learns = ({ name, path }: { name: string; path: string }) =>
  !path.startsWith('/api/studio') &&
  (path.includes('/:slug') || path.startsWith('/api/attempts') || name === 'POST /api/enrolments');

/**
 * Every route of a learner × every state that a course can be in × how somebody stands to it: nobody yet, a guest, one who began it before the
 * course came into that state, one of its group, who wrote another course, an editor. Who began has an attempt at the last lesson, and another
 * for each route that changes one. The answers stand in a committed table; a route that is not listed here fails.
 */
describe('what a course lets people do in each of its states', () => {
  let world: World;
  let course: string;
  let editor: Who;
  let group: StudioGroup;
  let release: PracticeSheet['release'];
  beforeAll(async () => {
    world = await openWorld();
    editor = await someone(world, 'editor');
    course = await courseBySlug(editor.browser, slug);
    await world.database.query(
      `UPDATE course SET author_id = (SELECT id FROM person WHERE role = 'administrator') WHERE id = $1`,
      [course],
    );
    group = (await editor.browser.post('/api/studio/groups', { name: 'A group' }).expect(201)).json(StudioGroup);
    ({ release } = (await world.visitor().get(`/api/courses/${slug}/lessons/practise/practice`).expect(200)).json(
      PracticeSheet,
    ));
  });
  afterAll(() => world.close());

  const inHours = (hours: number) => new Date(world.clock.now().getTime() + hours * HOUR_MS).toISOString();
  const url = () => `/api/studio/courses/${course}`;
  const usual = {
    ...({ visibility: 'public', groups: [], opens: null, closes: null, prerequisites: [], order: 'free' } as const),
  };
  const publish = async (settings: Partial<CourseSettings>) => {
    const { version, settings: was } = (await editor.browser.get(url()).expect(200)).json(StudioCourse);
    const change = { do: 'settle', was, now: { ...was, ...usual, ...settings } };
    await editor.browser.post(`${url()}/outline`, change, { 'if-match': `"${version}"` }).expect(200);
    const { draft } = (await editor.browser.get(`${url()}/preview`).expect(200)).json(PublishPreview);
    await editor.browser.post(`${url()}/releases`, { draft, note: '' }).expect(201);
  };
  const set = (settings: () => Partial<CourseSettings>): [() => Promise<void>, () => Promise<void>] => [
    () => publish(settings()),
    () => publish({}),
  ];
  /** How a course that is open comes into a state, and out of it again. */
  const states: Record<string, [enter: () => Promise<unknown>, leave: () => Promise<unknown>]> = {
    open: [() => Promise.resolve(), () => Promise.resolve()],
    'by its link': set(() => ({ visibility: 'link' })),
    'for a group': set(() => ({ visibility: 'groups', groups: [{ id: group.id, name: group.name }] })),
    'not open yet': set(() => ({ opens: inHours(2) })),
    closed: set(() => ({ closes: inHours(-2) })),
    'after another': set(() => ({ prerequisites: [other] })),
    'in order': set(() => ({ order: 'sequential' })),
    deleted: [
      () => editor.browser.put(`${url()}/deletion`).expect(200),
      () => editor.browser.delete(`${url()}/deletion`).expect(200),
    ],
    'never published': [
      () => world.database.query('DELETE FROM release WHERE course_id = $1', [course]),
      () => Promise.resolve(),
    ],
  };

  const attempts = (lesson: string) => `/api/enrolments/${slug}/lessons/${lesson}/attempts`;
  /** Somebody new each time, or what one route did would answer for the next. */
  const newcomer = async (role: Role): Promise<Who> => {
    const id = newId();
    await world.database.query('INSERT INTO person (id, role, created_at) VALUES ($1, $2, now())', [id, role]);
    const browser = world.visitor();
    browser.take(`haven=${await world.app.get(Sessions).begin(world.database.manager, id)}`);
    return { browser, id };
  };
  const people: Record<string, () => Promise<Who>> = {
    nobody: () => someone(world, 'visitor'),
    guest: () => newcomer('guest'),
    'began before': async () => {
      const who = await newcomer('guest');
      await who.browser.post('/api/enrolments', { course: slug }).expect(200);
      return who;
    },
    'of the group': async () => {
      const who = await newcomer('guest');
      await who.browser.post('/api/groups/memberships', { code: group.code }).expect(200);
      return who;
    },
    author: () => newcomer('author'),
    editor: () => newcomer('editor'),
  };
  const begun = async ({ browser }: Who): Promise<AttemptDetail> =>
    (await browser.post(attempts('practise')).expect(200)).json(AttemptDetail);
  const asks: Record<string, (attempt: AttemptDetail | null) => Ask> = {
    'GET /api/courses/:slug': () => ({ url: `/api/courses/${slug}` }),
    'GET /api/courses/:slug/lessons/:lesson': () => ({ url: `/api/courses/${slug}/lessons/practise` }),
    'GET /api/courses/:slug/lessons/:lesson/practice': () => ({
      url: `/api/courses/${slug}/lessons/practise/practice`,
    }),
    'POST /api/enrolments': () => ({ url: '/api/enrolments', body: { course: slug } }),
    'GET /api/enrolments/:slug': () => ({ url: `/api/enrolments/${slug}` }),
    'PUT /api/enrolments/:slug/lessons/:lesson/read': () => ({
      url: `/api/enrolments/${slug}/lessons/see-what-is-missing/read`,
    }),
    'PUT /api/enrolments/:slug/lessons/:lesson/renewal': () => ({
      url: `/api/enrolments/${slug}/lessons/see-what-is-missing/renewal`,
    }),
    'GET /api/enrolments/:slug/lessons/:lesson/attempts': () => ({ url: attempts('check-what-you-know') }),
    'POST /api/enrolments/:slug/lessons/:lesson/attempts': () => ({ url: attempts('check-what-you-know') }),
    'PUT /api/enrolments/:slug/lessons/:lesson/attempts/:id': () => ({
      url: `${attempts('practise')}/${newId()}`,
      body: { release, seed: 1, startedAt: inHours(0), responses: [], submittedAt: null },
    }),
    'GET /api/attempts/:id': (attempt) => ({ url: `/api/attempts/${attempt?.id ?? newId()}` }),
    'POST /api/attempts/:id/responses': (attempt) => {
      const question = attempt?.questions.find((one) => optionIds(one).length > 0);
      const answer = optionIds(question).slice(0, 1);
      const response = { id: newId(), question: question?.id ?? newId(), answer, seq: 1, at: inHours(0) };
      return { url: `/api/attempts/${attempt?.id ?? newId()}/responses`, body: { responses: [response] } };
    },
    'POST /api/attempts/:id/questions/:question/confirmation': (attempt) => ({
      url: `/api/attempts/${attempt?.id ?? newId()}/questions/${attempt?.questions[0]?.id ?? newId()}/confirmation`,
    }),
    'POST /api/attempts/:id/submission': (attempt) => ({ url: `/api/attempts/${attempt?.id ?? newId()}/submission` }),
  };

  it('is the committed table', async () => {
    const routes = routesOf(world.app).filter(learns);
    expect(routes.map(({ name }) => name).toSorted()).toEqual(Object.keys(asks).toSorted());
    const rows: string[][] = [];
    for (const [state, [enter, leave]] of Object.entries(states)) {
      const asking = [];
      for (const route of routes)
        for (const [standing, come] of Object.entries(people)) {
          const who = await come();
          asking.push({ route, who, attempt: standing === 'began before' ? await begun(who) : null });
        }
      await enter();
      const statuses = new Map(routes.map(({ name }) => [name, [name, state]]));
      for (const { route, who, attempt } of asking) {
        const { url, body } = asks[route.name]?.(attempt) ?? { url: '' };
        const sends = route.method === 'GET' ? undefined : (body ?? {});
        const { status } = await who.browser.send(route.method as 'GET', url, sends);
        statuses.get(route.name)?.push(String(status));
      }
      rows.push(...statuses.values());
      await leave();
    }
    const head = ['route', 'course', ...Object.keys(people)];
    const table = [
      head,
      head.map(() => '---'),
      ...rows.toSorted(([a = ''], [b = '']) => (a === b ? 0 : a < b ? -1 : 1)),
    ];
    const lines = table.map((row) => `| ${row.join(' | ')} |`).join('\n');
    const actual = `# What a course lets people do in each of its states\n\nWritten by course-access.spec.ts: the status of each answer.\n\n${lines}\n`;
    expect(actual).toBe(golden('apps/api/course-access.md', actual));
  }, 240_000);
});
