import { randomUUID } from 'node:crypto';
import { type Page } from '@playwright/test';
import { sendAs } from './quiz-course';

/** Where a course with a clip is. */
export interface ClipCourse {
  readonly course: string;
  readonly slug: string;
  readonly recording: string;
}

/**
 * A course of its own for a journey: a text with two moments of a recording, 1:00 to 1:06 and 2:00 to 2:20, and the lesson with that recording.
 * The text is longer than a screen, so that its end is not seen by itself. Made through the API as whoever is signed in.
 */
export async function newClipCourse(page: Page): Promise<ClipCourse> {
  const slug = `clips-${randomUUID()}`;
  const [module, reading, lesson] = [randomUUID(), randomUUID(), randomUUID()];
  const recording = await page.evaluate(async () => {
    const answer = await fetch('/api/courses/sanctuary-in-cities/lessons/webinar');
    return ((await answer.json()) as { recording: { id: string } }).recording.id;
  });
  const begun = await sendAs<{ id: string; version: number }>(page, 'POST', '/api/studio/courses', {
    ...{ slug, summary: { en: 'For a journey.' }, title: { en: `Clips of ${slug}` }, topic: 'cities' },
  });
  const course = `/api/studio/courses/${begun.id}`;
  let { version } = begun;
  const change = async (what: object) => {
    const title = { en: 'One' };
    ({ version } = await sendAs<{ version: number }>(page, 'POST', `${course}/outline`, { title, ...what }, version));
  };
  const add = { do: 'add-lesson', module };
  await change({ do: 'add-module', module, after: null });
  await change({ ...add, lesson: reading, title: { en: 'Words' }, after: null, source: { kind: 'reading' } });
  const source = { kind: 'recording', recording };
  await change({ ...add, lesson, title: { en: 'Whole recording' }, after: reading, source });
  const moment = (id: string, label: string, range: [number, number]) => ({
    ...{ type: 'moment', id, label, lesson: 'whole-recording', range },
  });
  const more = Array.from({ length: 40 }, (_, n) => ({
    ...{ type: 'paragraph', id: `more${n}`, content: [{ type: 'text', text: `Sentence ${n} of a text to read.` }] },
  }));
  const moments = [moment('moment1', 'What is said first', [60, 66]), moment('moment2', 'What follows', [120, 140])];
  const blocks = [...moments, ...more];
  const en = { title: 'Words', summary: 'Some.', blocks };
  await sendAs(page, 'PUT', `${course}/lessons/${reading}`, { en, es: null }, 1);
  return { course: begun.id, slug, recording };
}
