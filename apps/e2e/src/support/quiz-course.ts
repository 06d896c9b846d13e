import { randomUUID } from 'node:crypto';
import { type Page } from '@playwright/test';

/** Where a course and its quiz are. */
export interface Made {
  readonly course: string;
  readonly slug: string;
  readonly quiz: string;
}

/** A course of its own for a journey, with a text and a quiz of one question, made through the API as whoever is signed in. */
export async function newCourse(page: Page): Promise<Made> {
  const slug = `rules-${randomUUID()}`;
  const [module, reading, lesson] = [randomUUID(), randomUUID(), randomUUID()];
  const send = <T>(method: 'POST' | 'PUT', url: string, body: unknown, version = 0) =>
    sendAs<T>(page, method, url, body, version);
  const summary = { en: 'For a journey.' };
  const { id: course, version } = await send<{ id: string; version: number }>('POST', '/api/studio/courses', {
    ...{ slug, summary, title: { en: `Rules of ${slug}` }, topic: 'cities' },
  });
  const outline = `/api/studio/courses/${course}/outline`;
  const add = (id: string, title: string, kind: object, after: string | null, seen: number) => {
    const change = { do: 'add-lesson', lesson: id, module, after, title: { en: title }, source: kind };
    return send<{ version: number; modules: { lessons: { slug: string; quiz: string | null }[] }[] }>(
      'POST',
      outline,
      change,
      seen,
    );
  };
  const begun = await send<{ version: number }>(
    'POST',
    outline,
    { do: 'add-module', module, title: { en: 'One' }, after: null },
    version,
  );
  const first = await add(reading, 'Words', { kind: 'reading' }, null, begun.version);
  const second = await add(lesson, 'Try it', { kind: 'quiz', quiz: null }, reading, first.version);
  const quiz = second.modules[0]?.lessons.find((one) => one.quiz)?.quiz ?? '';
  const block = (text: string) => ({ type: 'paragraph', id: 'block000', content: [{ type: 'text', text }] });
  const text = { title: 'Words', summary: 'Some.', blocks: [block('A text to read.')] };
  await send('PUT', `/api/studio/courses/${course}/lessons/${reading}`, { en: text, es: null }, 1);
  await send(
    'PUT',
    `/api/studio/courses/${course}/lessons/${lesson}`,
    { en: { ...text, title: 'Try it' }, es: null },
    1,
  );
  const option = (id: string, en: string) => ({ id, text: { en }, correct: id === 'a' });
  const question = await send<{ id: string }>('POST', `/api/studio/quizzes/${quiz}/questions`, {
    ...{ kind: 'single', prompt: { en: 'Which one?' }, explanation: { en: 'The secret reason.' } },
    ...{ options: [option('a', 'This one'), option('b', 'That one')], evidence: 'lesson:words' },
  });
  await send('PUT', `/api/studio/questions/${question.id}/state`, { ready: true }, 1);
  return { course, slug, quiz };
}

/** Asks the API as whoever is signed in on the page. */
export function sendAs<T>(page: Page, method: 'POST' | 'PUT', url: string, body: unknown, version = 0): Promise<T> {
  return page.evaluate(
    async ([method, url, body, version]) => {
      const headers = { 'content-type': 'application/json', 'if-match': `"${version}"` };
      const answer = await fetch(url, { method, headers, body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(`${url}: ${await answer.text()}`);
      return (await answer.json()) as never;
    },
    [method, url, body, version] as const,
  );
}
