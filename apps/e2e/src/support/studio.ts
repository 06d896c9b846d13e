import { type Page } from '@playwright/test';

/** Begins a course with one reading for whoever is signed in, and opens the lesson's text. Answers the addresses of the two. */
export async function beginReading(page: Page, slug: string): Promise<{ course: string; lesson: string }> {
  const made = await page.evaluate(async (address) => {
    const send = async (url: string, body: object, version?: number) => {
      const headers = { 'content-type': 'application/json', ...(version && { 'if-match': `"${version}"` }) };
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as { id: string; version: number };
    };
    const title = { en: 'A lesson to write' };
    const course = await send('/api/studio/courses', { slug: address, title, summary: { en: '' }, topic: 'cities' });
    const outline = `/api/studio/courses/${course.id}/outline`;
    const [module, lesson] = [crypto.randomUUID(), crypto.randomUUID()];
    const changed = await send(outline, { do: 'add-module', module, title, after: null }, course.version);
    const source = { kind: 'reading' };
    await send(outline, { do: 'add-lesson', lesson, module, after: null, title, source }, changed.version);
    return { course: course.id, lesson };
  }, slug);
  const course = `/studio/courses/${made.course}`;
  const lesson = `${course}/lessons/${made.lesson}`;
  await page.goto(lesson);
  return { course, lesson };
}

/** Pastes into what has the focus what another program would have put on the clipboard, unchanged by the browser. */
export async function paste(page: Page, data: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((parts) => {
    const clipboardData = new DataTransfer();
    for (const [type, text] of Object.entries(parts)) clipboardData.setData(type, text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, data);
}

/** Writes a reading's English text as its draft, past the page. `lesson`: its address in the studio. */
export async function writeReading(page: Page, lesson: string, title: string, text: string): Promise<void> {
  await page.evaluate(
    async ([url, title, text]) => {
      const { version } = (await (await fetch(url)).json()) as { version: number };
      const block = { type: 'paragraph', id: 'text1', content: [{ type: 'text', text }] };
      const answer = await fetch(url, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
        body: JSON.stringify({ en: { title, summary: '', blocks: [block] }, es: null }),
      });
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    },
    [`/api${lesson}`, title, text] as const,
  );
}
