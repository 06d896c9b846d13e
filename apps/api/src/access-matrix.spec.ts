import { AttemptDetail } from '@haven/assessment/contract';
import { LessonDetail, StudioCourse } from '@haven/catalog/contract';
import { newId } from '@haven/shared/api';
import { roles } from '@haven/shared/contract';
import { deletionSituations } from './testing/deletion-situations';
import { golden } from './testing/golden';
import { gradingSituations } from './testing/grading-situations';
import { groupSituations } from './testing/group-situations';
import { mediaSituations } from './testing/media-situations';
import { packageSituations } from './testing/package-situations';
import { practiceSituations } from './testing/practice-situations';
import { shownSituations } from './testing/translation-situations';
import { plainQuestion, quizSituations } from './testing/quiz-situations';
import { copyRecording, recordingSituations } from './testing/recording-situations';
import { releaseSituations } from './testing/release-situations';
import { type Route, routesOf } from './testing/routes';
import { type Situation, someone, type Who } from './testing/situation';
import { openWorld, type World } from './testing/world';

const everyone = ['visitor', ...roles] as const;
const published = 'sanctuary-in-cities';
const unpublished = 'schools-as-safe-places';
const foreign = 'knowing-your-citys-policies';

/**
 * Every route × every role × each situation that makes a difference: one's own and someone else's, published and draft. The answers stand in
 * a committed table, so that a change of who may do what is a line in a review. A route that is not listed here fails.
 */
describe('who may do what', () => {
  let world: World;
  let situations: Record<string, Record<string, Situation>>;
  beforeAll(async () => {
    world = await openWorld();
    situations = await prepare(world);
  });
  afterAll(() => world.close());

  it('is the committed table', async () => {
    const rows: string[] = [];
    for (const route of routesOf(world.app)) rows.push(...(await rowsOf(route)));
    const head = ['route', 'situation', ...everyone];
    const table = [head, head.map(() => '---'), ...rows.map((row) => row.split('\t'))];
    const actual = `# Who may do what\n\nWritten by access-matrix.spec.ts: the status of each answer.\n\n${table.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`;
    expect(actual).toBe(golden('apps/api/access-matrix.md', actual));
  });

  async function rowsOf(route: Route): Promise<string[]> {
    const cases = situations[route.name];
    if (!cases) throw new Error(`${route.name} is new: say in access-matrix.spec.ts in which situations it is asked.`);
    const rows: string[] = [];
    for (const [name, situation] of Object.entries(cases)) {
      const statuses: number[] = [];
      for (const role of everyone) statuses.push(await statusFor(route, situation, role));
      rows.push([route.name, name, ...statuses].join('\t'));
    }
    return rows;
  }

  async function statusFor(route: Route, situation: Situation, role: (typeof everyone)[number]): Promise<number> {
    const who = await someone(world, role);
    const { url, body, headers } = await situation(who);
    const sends = route.method === 'POST' || route.method === 'PUT';
    return (await who.browser.send(route.method as 'GET', url, sends ? (body ?? {}) : undefined, headers)).status;
  }
});

/** Sets the scene: one course is published, one is a draft of the author's, one a draft of somebody else's; a recording is not public. */
async function prepare(world: World): Promise<Record<string, Record<string, Situation>>> {
  const { database } = world;
  await database.query('DELETE FROM release WHERE course_id = (SELECT id FROM course WHERE slug = $1)', [unpublished]);
  const [owner] = await database.query<{ id: string }[]>(`SELECT id FROM person WHERE role = 'administrator'`);
  await database.query('UPDATE course SET author_id = $1 WHERE slug = $2', [owner?.id, foreign]);
  await database.query(
    `UPDATE quiz SET author_id = $1 WHERE id IN (SELECT (v.content->>'quiz')::uuid FROM item i JOIN item_version v ON v.item_id = i.id
       JOIN course c ON c.id = i.course_id WHERE c.slug = $2 AND v.content->>'quiz' IS NOT NULL)`,
    [owner?.id, foreign],
  );
  const lesson = (await world.visitor().get(`/api/courses/${published}/lessons/webinar`).expect(200)).json(
    LessonDetail,
  );
  const [hidden, foreignHidden] = [newId(), newId()];
  for (const id of [hidden, foreignHidden]) await copyRecording(database, lesson.recording?.id ?? '', id);
  await database.query('UPDATE recording SET author_id = $1 WHERE id = $2', [owner?.id, foreignHidden]);
  return {
    ...learnerSituations(world, lesson, hidden),
    ...(await practiceSituations(world, foreign, unpublished)),
    ...(await studioSituations(world)),
    ...recordingSituations(world, hidden, foreignHidden),
    ...(await mediaSituations(world, unpublished, foreign)),
    ...(await packageSituations(world, published, foreign)),
    ...(await groupSituations(world)),
  };
}

function learnerSituations(
  world: World,
  lesson: LessonDetail,
  hidden: string,
): Record<string, Record<string, Situation>> {
  const recording = lesson.recording?.id ?? '';
  const enrolled = async ({ browser, id }: Who, slug = published) => {
    if (id) await browser.post('/api/enrolments', { course: slug }).expect(200);
  };
  const own =
    (path: string): Situation =>
    async (who) => (await enrolled(who), { url: `/api/enrolments/${published}${path}` });
  const others =
    (path: string): Situation =>
    async ({ id }) => {
      if (id) await world.database.query('DELETE FROM enrolment WHERE person_id = $1', [id]);
      return { url: `/api/enrolments/${published}${path}` };
    };
  const draft =
    (path: string): Situation =>
    () => ({ url: `/api/enrolments/${unpublished}${path}` });
  const enrolment = (path: string) => ({ own: own(path), "other's": others(path), draft: draft(path) });
  const attemptOf = async ({ browser, id }: Who) => {
    if (!id) return newId();
    await enrolled({ browser, id });
    return (await browser.post(`/api/enrolments/${published}/lessons/check-what-you-know/attempts`).expect(200)).json(
      AttemptDetail,
    ).id;
  };
  const response = { id: newId(), question: newId(), answer: [], seq: 1, at: new Date(0).toISOString() };
  const attempt = (path: string, body?: unknown) => ({
    own: async (who: Who) => ({ url: `/api/attempts/${await attemptOf(who)}${path}`, body }),
    "other's": async () => ({ url: `/api/attempts/${await attemptOf(await someone(world, 'guest'))}${path}`, body }),
  });
  const claim = (id: string) => ({
    session: newId(),
    recording: id,
    rev: 1,
    ranges: [[0, 9]],
    position: 9,
    seq: 1,
    rate: 1,
  });
  const material = (url: (id: string) => string, body?: unknown) => ({
    published: () => ({ url: url(recording), body }),
    draft: () => ({ url: url(hidden), body }),
  });
  const note = (kind: 'enrolled' | 'not enrolled', url: string): Situation => {
    const edit = { lesson: lesson.id, recording: newId(), rev: 1, at: 1, text: 'x', hand: newId() };
    return async (who) => {
      if (kind === 'enrolled') await enrolled(who);
      else if (who.id) await world.database.query('DELETE FROM enrolment WHERE person_id = $1', [who.id]);
      return { url, body: { ...edit, edits: { [edit.hand]: 1 } } };
    };
  };
  const noteCases = (url: string) => ({
    enrolled: note('enrolled', url),
    'not enrolled': note('not enrolled', url),
  });
  const course = (path: string) => ({
    published: () => ({ url: `/api/courses/${published}${path}` }),
    draft: () => ({ url: `/api/courses/${unpublished}${path}` }),
  });
  const anyone = (url: string, body?: unknown) => ({ '': () => ({ url, body }) });
  return {
    'GET /healthz': anyone('/healthz'),
    'GET /readyz': anyone('/readyz'),
    'GET /api/session': anyone('/api/session'),
    'POST /api/session': anyone('/api/session', { email: 'nobody@haven.example', password: 'x' }),
    'DELETE /api/session': anyone('/api/session'),
    'GET /api/courses': anyone('/api/courses'),
    'GET /api/courses/:slug': course(''),
    'GET /api/courses/:slug/lessons/:lesson': course('/lessons/check-what-you-know'),
    'GET /api/recordings/:id/transcripts/:locale': material((id) => `/api/recordings/${id}/transcripts/en`),
    'GET /media/recordings/:id/:rev/:file': material((id) => `/media/recordings/${id}/1/main.m3u8`),
    'GET /api/watch/:id': material((id) => `/api/watch/${id}`),
    'PUT /api/watch/:id/transcript': material((id) => `/api/watch/${id}/transcript`),
    'POST /api/watch/claims': {
      published: () => ({ url: '/api/watch/claims', body: { claims: [claim(recording)] } }),
      draft: () => ({ url: '/api/watch/claims', body: { claims: [claim(hidden)] } }),
    },
    'POST /api/watch/leases': anyone('/api/watch/leases', { lease: newId() }),
    'GET /api/enrolments': anyone('/api/enrolments'),
    'POST /api/enrolments': {
      published: () => ({ url: '/api/enrolments', body: { course: published } }),
      draft: () => ({ url: '/api/enrolments', body: { course: unpublished } }),
    },
    'GET /api/enrolments/:slug': enrolment(''),
    'PUT /api/enrolments/:slug/lessons/:lesson/read': enrolment('/lessons/why-trust-matters/read'),
    'PUT /api/enrolments/:slug/lessons/:lesson/renewal': enrolment('/lessons/why-trust-matters/renewal'),
    'GET /api/enrolments/:slug/lessons/:lesson/attempts': enrolment('/lessons/check-what-you-know/attempts'),
    'POST /api/enrolments/:slug/lessons/:lesson/attempts': enrolment('/lessons/check-what-you-know/attempts'),
    'GET /api/lessons/:id/notes': noteCases(`/api/lessons/${lesson.id}/notes`),
    'PUT /api/notes/:id': noteCases(`/api/notes/${newId()}`),
    'GET /api/attempts/:id': attempt(''),
    'POST /api/attempts/:id/responses': attempt('/responses', { responses: [response] }),
    'POST /api/attempts/:id/questions/:question/confirmation': attempt(`/questions/${newId()}/confirmation`),
    'POST /api/attempts/:id/submission': attempt('/submission'),
  };
}

async function studioSituations(world: World): Promise<Record<string, Record<string, Situation>>> {
  const editor = (await someone(world, 'editor')).browser;
  const courses = await world.database.query<{ id: string; slug: string }[]>('SELECT id, slug FROM course');
  const load = async (slug: string) => {
    const id = courses.find((course) => course.slug === slug)?.id ?? '';
    const { modules } = (await editor.get(`/api/studio/courses/${id}`).expect(200)).json(StudioCourse);
    const lessons = modules.flatMap((module) => module.lessons);
    const quiz = lessons.find((lesson) => lesson.quiz)?.quiz ?? '';
    const [question] = await world.database.query<{ id: string }[]>(
      'SELECT questions[1] AS id FROM quiz WHERE id = $1',
      [quiz],
    );
    return { id, lesson: lessons[0]?.id ?? '', quiz, question: question?.id ?? '' };
  };
  const [own, other] = [await load(published), await load(foreign)];
  const both = (url: (target: typeof own) => string, body?: unknown): Record<string, Situation> => ({
    "the author's": () => ({ url: url(own), body, headers: { 'if-match': '"0"' } }),
    "someone else's": () => ({ url: url(other), body, headers: { 'if-match': '"0"' } }),
  });
  const text = { title: 'x', summary: '', blocks: [] };
  return {
    'GET /api/studio/courses': { '': () => ({ url: '/api/studio/courses' }) },
    'POST /api/studio/courses': {
      '': () => ({
        url: '/api/studio/courses',
        body: { slug: `new-${newId()}`, title: { en: 'x' }, summary: { en: '' }, topic: 'cities' },
      }),
    },
    'POST /api/studio/courses/:id/outline': both(({ id }) => `/api/studio/courses/${id}/outline`, {
      ...{ do: 'add-module', module: newId(), title: { en: 'x' }, after: null },
    }),
    'PUT /api/studio/courses/:id/presence': both(({ id }) => `/api/studio/courses/${id}/presence`, { lesson: null }),
    'GET /api/studio/courses/:id': both(({ id }) => `/api/studio/courses/${id}`),
    'GET /api/studio/courses/:id/lessons/:lesson': both(
      ({ id, lesson }) => `/api/studio/courses/${id}/lessons/${lesson}`,
    ),
    'PUT /api/studio/courses/:id/lessons/:lesson': both(
      ({ id, lesson }) => `/api/studio/courses/${id}/lessons/${lesson}`,
      { en: text, es: null },
    ),
    ...deletionSituations(world, (path, body) => both(({ id }) => `/api/studio/courses/${id}${path}`, body)),
    ...releaseSituations((path, body) => both(({ id }) => `/api/studio/courses/${id}${path}`, body)),
    ...shownSituations({ "the author's": own, "someone else's": other }),
    'GET /api/studio/quizzes': { '': () => ({ url: '/api/studio/quizzes' }) },
    ...quizSituations((path, body) => both(({ quiz }) => `/api/studio/quizzes/${quiz}${path}`, body)),
    ...(await gradingSituations(world, { "the author's": own, "someone else's": other })),
    'GET /api/studio/questions': { '': () => ({ url: '/api/studio/questions' }) },
    'GET /api/studio/questions/:id/uses': both(({ question: id }) => `/api/studio/questions/${id}/uses`),
    'POST /api/studio/questions/:id/copies': both(({ question: id }) => `/api/studio/questions/${id}/copies`),
    'PUT /api/studio/questions/:id/state': both(({ question: id }) => `/api/studio/questions/${id}/state`, {
      ready: true,
    }),
    'PUT /api/studio/questions/:id': both(({ question: id }) => `/api/studio/questions/${id}`, plainQuestion),
  };
}
