import { startParts, type Parts } from '../../apps/e2e/src/support/parts.ts';
import type { Bench } from './bench.ts';
import { beginSessions, cookieName, token, uuid } from './learners.ts';

/** A text of a usual length, in both languages. */
const PARAGRAPHS = 6;
const SENTENCE = 'A city that does not ask keeps its people safe, and those who work for it know why. ';
/** The person of the bench, who edits, and learns too. */
const EDITOR = 0;

const round = (figure: number, digits = 1) => Math.round(figure * 10 ** digits) / 10 ** digits;
const at = (figures: number[], part: number) =>
  figures.toSorted((a, b) => a - b)[Math.min(figures.length - 1, Math.floor(figures.length * part))] ?? NaN;

/**
 * A course of readings through the public door, small and large: the time of a publish after one lesson was changed (median), and of what a
 * learner's lesson page asks for, course, lesson and progress one after the other (95 of 100), when the course is new and when it has many
 * releases. The `growth_…` are by what both grow when there are ten times the lessons, and when there are ten times the releases.
 */
export const catalog: Bench = async ({ quick }) => {
  const parts = await startParts();
  try {
    await makeEditor(parts);
    parts.start('api');
    const cookie = `${await cookieName(parts)}=${token(EDITOR)}`;
    const [few, many] = quick ? [5, 20] : [5, 50];
    // Code that is compiled on its first visits is not what is measured.
    await measure(parts, cookie, { lessons: 20, few: 2, many: 3 }, 30);
    const small = await measure(parts, cookie, { lessons: 50, few, many }, quick ? 60 : 300);
    const large = await measure(parts, cookie, { lessons: 500, few, many }, quick ? 40 : 300);
    return {
      publish_ms: large.many.publish,
      learner_page_p95_ms: large.many.page,
      publish_500_lessons_5_releases_ms: large.few.publish,
      learner_page_p95_500_lessons_5_releases_ms: large.few.page,
      publish_50_lessons_5_releases_ms: small.few.publish,
      learner_page_p95_50_lessons_5_releases_ms: small.few.page,
      growth_publish_lessons: round(large.few.publish / small.few.publish, 2),
      growth_publish_releases: round(large.many.publish / large.few.publish, 2),
      growth_page_lessons: round(large.few.page / small.few.page, 2),
      growth_page_releases: round(large.many.page / large.few.page, 2),
    };
  } finally {
    await parts.stop();
  }
};

interface Size {
  readonly lessons: number;
  readonly few: number;
  readonly many: number;
}

interface Figures {
  readonly publish: number;
  readonly page: number;
}

async function makeEditor({ database }: Parts): Promise<void> {
  await database.query(`INSERT INTO person (id, role, created_at) VALUES ($1, 'editor', now())`, [uuid(EDITOR)]);
  await beginSessions(database, [EDITOR]);
}

async function measure(
  parts: Parts,
  cookie: string,
  { lessons, few, many }: Size,
  visits: number,
): Promise<{ few: Figures; many: Figures }> {
  const course = await makeCourse(parts, lessons);
  const send = sender(parts, cookie);
  const published: number[] = [];
  const publishUpTo = async (count: number) => {
    while (published.length < count) published.push(await publish(send, course, published.length));
  };
  await publishUpTo(few);
  await send('POST', '/api/enrolments', { course: course.slug });
  const early = { publish: round(at(published.slice(1), 0.5)), page: round(await pages(send, course, visits)) };
  await publishUpTo(many);
  return {
    few: early,
    many: { publish: round(at(published.slice(-few), 0.5)), page: round(await pages(send, course, visits)) },
  };
}

interface Course {
  readonly id: string;
  readonly slug: string;
  readonly lessons: readonly string[];
}

/** A draft of modules of ten readings, as authors would have written it. */
async function makeCourse({ database }: Parts, count: number): Promise<Course> {
  const [id, slug] = [crypto.randomUUID(), `bench-${count}`];
  const lessons = Array.from({ length: count }, () => crypto.randomUUID());
  const title = (words: string) => ({ en: words, es: words });
  const modules = Array.from({ length: Math.ceil(count / 10) }, (_, n) => ({
    ...{ id: crypto.randomUUID(), slug: `part-${n}`, title: title(`Part ${n}`) },
    lessons: lessons.slice(n * 10, n * 10 + 10),
  }));
  const content = {
    ...{ topic: 'cities', title: title(`A course of ${count}`), summary: title('For the bench.'), modules },
    ...{ outcomes: { en: [], es: [] }, languages: ['en', 'es'], reviewedOn: '2026-01-01' },
  };
  await database.query('INSERT INTO course (id, slug, author_id) VALUES ($1, $2, $3)', [id, slug, uuid(EDITOR)]);
  await database.query(
    `INSERT INTO item (id, course_id, kind, slug, draft) SELECT $1::uuid, $1::uuid, 'course', 'course:' || $2, 1
      UNION ALL SELECT l, $1, 'lesson', 'lesson-' || n, 1 FROM unnest($3::uuid[]) WITH ORDINALITY AS all_lessons(l, n)`,
    [id, slug, lessons],
  );
  const texts = lessons.map((_, n) => readingOf(n));
  await database.query(
    `INSERT INTO item_version (item_id, number, content, hash, author_id, created_at)
     SELECT i, 1, c::jsonb, md5(c), $3, now() FROM unnest($1::uuid[], $2::text[]) AS made(i, c)`,
    [[id, ...lessons], [content, ...texts].map((one) => JSON.stringify(one)), uuid(EDITOR)],
  );
  return { id, slug, lessons };
}

function readingOf(n: number) {
  const blocks = Array.from({ length: PARAGRAPHS }, (_, k) => ({
    ...{ type: 'paragraph', id: `b${k}` },
    content: [{ type: 'text', text: SENTENCE.repeat(5) }],
  }));
  const body = { title: `Lesson ${n}`, summary: 'What it is about.', blocks };
  return {
    ...{ kind: 'reading', minutes: 5, rule: { kind: 'read' }, recording: null, quiz: null },
    bodies: { en: body, es: { ...body, of: 'translated' } },
  };
}

type Send = (method: string, path: string, body?: object, headers?: Record<string, string>) => Promise<unknown>;

function sender({ url }: Parts, cookie: string): Send {
  return async (method, path, body, headers = {}) => {
    const own = { cookie, 'content-type': 'application/json', ...headers };
    const answer = await fetch(url + path, { method, headers: own, ...(body && { body: JSON.stringify(body) }) });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
}

/** Changes one lesson, looks at the review, publishes; answers how many milliseconds the publish took. */
async function publish(send: Send, { id, lessons }: Course, n: number): Promise<number> {
  const url = `/api/studio/courses/${id}`;
  const lesson = `${url}/lessons/${lessons[n % lessons.length]}`;
  const draft = (await send('GET', lesson)) as { version: number; en: object; es: object };
  const en = { ...draft.en, title: `Lesson ${n}, changed ${n}` };
  await send('PUT', lesson, { en, es: draft.es }, { 'if-match': `"${draft.version}"` });
  const preview = (await send('GET', `${url}/preview`)) as { draft: string };
  const began = performance.now();
  await send('POST', `${url}/releases`, { draft: preview.draft, note: `Release ${n}` });
  return performance.now() - began;
}

/** Milliseconds in which 95 of 100 visits to a lesson have all that its page asks for. */
async function pages(send: Send, { slug, lessons }: Course, visits: number): Promise<number> {
  const took: number[] = [];
  for (let n = 0; n < visits; n++) {
    const began = performance.now();
    await send('GET', `/api/courses/${slug}`);
    await send('GET', `/api/courses/${slug}/lessons/lesson-${1 + (n % lessons.length)}`);
    await send('GET', `/api/enrolments/${slug}`);
    took.push(performance.now() - began);
  }
  return at(took, 0.95);
}
