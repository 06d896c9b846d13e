import { type Page } from '@playwright/test';

/** Begins a course of that name, with one reading, for whoever is signed in, and opens the lesson's text. Answers the addresses of the two. */
export async function beginReading(
  page: Page,
  slug: string,
  name = 'A lesson to write',
): Promise<{ course: string; lesson: string }> {
  const begin = async ([address, name]: readonly [string, string]) => {
    const send = async (url: string, body: object, version?: number) => {
      const headers = { 'content-type': 'application/json', ...(version && { 'if-match': `"${version}"` }) };
      const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as { id: string; version: number };
    };
    const title = { en: 'A lesson to write' };
    const courseTitle = { en: name };
    const course = await send('/api/studio/courses', {
      slug: address,
      title: courseTitle,
      summary: { en: '' },
      topic: 'cities',
    });
    const outline = `/api/studio/courses/${course.id}/outline`;
    const [module, lesson] = [crypto.randomUUID(), crypto.randomUUID()];
    const changed = await send(outline, { do: 'add-module', module, title, after: null }, course.version);
    const source = { kind: 'reading' };
    await send(outline, { do: 'add-lesson', lesson, module, after: null, title, source }, changed.version);
    return { course: course.id, lesson };
  };
  const made = await page.evaluate(begin, [slug, name] as const);
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

/** Adds a reading to the end of the first module, past the page, and answers its address in the studio. `course`: the course's. */
export async function addReading(page: Page, course: string, title: string, text: string): Promise<string> {
  const lesson = await page.evaluate(
    async ([url, title]) => {
      const { version, modules } = (await (await fetch(url)).json()) as {
        version: number;
        modules: { id: string; lessons: { id: string }[] }[];
      };
      const [module] = modules;
      const id = crypto.randomUUID();
      const change = { do: 'add-lesson', lesson: id, module: module?.id, after: module?.lessons.at(-1)?.id ?? null };
      const headers = { 'content-type': 'application/json', 'if-match': `"${version}"` };
      const body = JSON.stringify({ ...change, title: { en: title }, source: { kind: 'reading' } });
      const answer = await fetch(`${url}/outline`, { method: 'POST', headers, body });
      if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
      return id;
    },
    [`/api${course}`, title] as const,
  );
  const address = `${course}/lessons/${lesson}`;
  await writeReading(page, address, title, text);
  return address;
}

/** Changes settings of a course and publishes it, past the pages. */
export async function publishWith(page: Page, course: string, settings: object): Promise<void> {
  await page.evaluate(
    async ([url, settings]) => {
      const send = async (path: string, body: object, version?: number) => {
        const headers = { 'content-type': 'application/json', ...(version && { 'if-match': `"${version}"` }) };
        const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
        if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
      };
      const draft = (await (await fetch(url)).json()) as { version: number; settings: object };
      const now = { ...draft.settings, ...settings };
      await send('/outline', { do: 'settle', was: draft.settings, now }, draft.version);
      const { draft: name } = (await (await fetch(`${url}/preview`)).json()) as { draft: string };
      await send('/releases', { draft: name, note: '' });
    },
    [`/api${course}`, settings] as const,
  );
}
