import { type Page } from '@playwright/test';
import { expect, signIn, test } from './support/haven';
import { beginReading, writeReading } from './support/studio';

// Many keys, on a machine that may be busy.
test.describe.configure({ timeout: 120_000 });

const part = (page: Page, name: RegExp) => page.getByRole('group', { name });
const slugOf = async (page: Page, course: string) =>
  page.evaluate(async (url) => ((await (await fetch(url)).json()) as { slug: string }).slug, `/api${course}`);

async function publish(page: Page, course: string, release: number): Promise<void> {
  await page.goto(`${course}/publish`);
  await page.getByRole('button', { name: `Publish release ${release}` }).click();
  await expect(page.getByText(`Release ${release} is published`)).toBeVisible();
}

/** Presses a link where it stands, as a finger does: a locator would first scroll to where a link that sticks would stand without that. */
async function press(page: Page, name: string): Promise<void> {
  const { x, y, width, height } = (await page.getByRole('link', { name }).boundingBox()) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
  await page.mouse.click(x + width / 2, y + height / 2);
}

/** Goes from control to control by Tab until one has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    if ((await page.locator(':focus').textContent())?.trim() === name) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${name}`);
}

test('by keyboard: a lesson is translated, reviewed, seen to be out of date, and shown once its gate opens', async ({
  page,
}) => {
  await signIn(page, 'editor');
  const { course, lesson } = await beginReading(page, 'translated-by-keys');
  await writeReading(page, lesson, 'A lesson to write', 'Open to nobody at night.');
  await page.goto(lesson);
  await page.getByRole('link', { name: 'Translate this lesson part by part' }).click();
  await expect(page.getByText('0 of 4 parts reviewed, 4 missing')).toBeVisible();
  await page.getByRole('combobox', { name: 'Learners are shown the Spanish' }).selectOption('reviewed');

  // The first part that needs work, and on by Ctrl + Enter: each is saved, reviewed, and the next has the cursor.
  await page.getByRole('button', { name: 'Next that needs work' }).focus();
  await page.keyboard.press('Enter');
  const [title, text] = [part(page, /^Title/), part(page, /^Paragraph/)];
  await expect(title.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Una lección');
  await page.keyboard.press('Control+Enter');
  await expect(text.getByRole('textbox')).toBeFocused();
  await expect(title).toContainText('Reviewed');
  await page.keyboard.type('No abra a nadie de noche.');
  await expect(text.getByText(/^Saved /)).toBeVisible();
  await expect(text.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('2 of 4 parts reviewed, 2 missing')).toBeVisible();
  // The next lesson that has some is the course itself.
  await expect(page.getByRole('heading', { name: 'About the course, and its modules' })).toBeVisible();
  await expect(title.getByRole('textbox')).toBeFocused();

  // Behind a closed gate learners see no Spanish.
  await page.goto(`${course}/publish`);
  await expect(page.getByText('Learners will be shown no Spanish').first()).toBeVisible();
  await publish(page, course, 1);
  const slug = await slugOf(page, course);
  const reader = async (path: string) =>
    page.evaluate(async (url) => (await fetch(url)).text(), `/api/courses/${slug}${path}`);
  expect(JSON.parse(await reader(''))).toMatchObject({ languages: ['en'] });
  expect(await reader('/lessons/a-lesson-to-write')).not.toContain('No abra');

  await page.goto(`${course}/translations`);
  await page.getByRole('button', { name: 'Next that needs work' }).click();
  await expect(title.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Un curso');
  await page.keyboard.press('Control+Enter');
  await expect(part(page, /^Module/).getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Un módulo');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('4 of 4 parts reviewed')).toBeVisible();
  await publish(page, course, 2);
  expect(JSON.parse(await reader(''))).toMatchObject({ languages: ['en', 'es'], title: { es: 'Un curso' } });
  expect(await reader('/lessons/a-lesson-to-write')).toContain('No abra a nadie de noche.');

  // The English goes on.
  await page.goto(lesson);
  await page.getByRole('textbox', { name: 'Text' }).first().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Ask first.');
  await expect(page.getByText(/^Saved /).first()).toBeVisible();
  await page.getByRole('link', { name: 'Translate this lesson part by part' }).click();
  await expect(text).toContainText('Out of date');
  await expect(text.locator('ins')).toContainText('Ask first.');
  await text.getByRole('textbox').focus();
  await tabTo(page, 'Still right: Paragraph');
  await page.keyboard.press('Enter');
  await expect(text).toContainText('Reviewed');
  await expect(text.locator('ins')).toHaveCount(0);
});

test('a reader finds what is not translated in English, marked, and keeps the place when the language is switched', async ({
  page,
}) => {
  await signIn(page, 'editor');
  const { course, lesson } = await beginReading(page, 'partly-translated');
  await page.evaluate(async (url) => {
    const { version } = (await (await fetch(url)).json()) as { version: number };
    const block = (n: number, words: string) => ({
      ...{ type: 'paragraph', id: `n${n}` },
      content: [{ type: 'text', text: `${words} ${n}. `.repeat(12) }],
    });
    const numbers = Array.from({ length: 40 }, (_, n) => n);
    const en = { title: 'Long', summary: '', blocks: numbers.map((n) => block(n, 'Read the notice number')) };
    const spanish = numbers.filter((n) => n !== 1 && n !== 2);
    const es = {
      ...{ title: 'Largo', summary: '' },
      blocks: spanish.map((n) => block(n, 'Lea con mucha atención el aviso que lleva el número')),
    };
    const headers = { 'content-type': 'application/json', 'if-match': `"${version}"` };
    // Not as long as the English: the blocks keep the ids that they bring, by the words that were there before.
    const whole = { en, es: { ...es, blocks: numbers.map((n) => block(n, 'Lea el aviso')) } };
    const first = await fetch(url, { method: 'PUT', headers, body: JSON.stringify(whole) });
    const second = await fetch(url, {
      ...{ method: 'PUT', headers: { ...headers, 'if-match': `"${version + 1}"` } },
      body: JSON.stringify({
        en,
        es: { ...es, blocks: whole.es.blocks.filter((one) => !['n1', 'n2'].includes(one.id)) },
      }),
    });
    if (!first.ok || !second.ok) throw new Error(`${first.status} ${second.status} ${await second.text()}`);
  }, `/api${lesson}`);
  await publish(page, course, 1);
  const slug = await slugOf(page, course);
  await page.goto(`/es/learn/${slug}/a-lesson-to-write`);
  await expect(page.locator('#b-n1[lang=en]')).toBeVisible();
  await expect(page.locator('#b-n3')).not.toHaveAttribute('lang');
  await expect(page.locator('main hv-locale-note')).toHaveCount(1);
  await expect(page.locator('main hv-locale-note')).toContainText('Esta parte está en inglés');

  // From the middle of the text to the other language and back, without going to the top.
  const place = () => page.locator('#b-n20').evaluate((block) => Math.round(block.getBoundingClientRect().top));
  await page.locator('#b-n20').evaluate((block) => scrollBy(0, block.getBoundingClientRect().top - 40));
  expect(await place()).toBe(40);
  // To a pixel or two: what is scrolled is whole pixels, and lines are not.
  const moved = async () => Math.abs((await place()) - 40);
  await press(page, 'Leer esto en inglés');
  await expect(page.locator('#b-n20')).toContainText('Read the notice');
  await expect.poll(moved).toBeLessThan(3);
  await press(page, 'Read this in Spanish');
  await expect(page.locator('#b-n20')).toContainText('Lea');
  await expect.poll(moved).toBeLessThan(3);
});

test('a translation goes out as a file and comes back: shown first, then taken', async ({ page }) => {
  await signIn(page, 'editor');
  const { course, lesson } = await beginReading(page, 'translated-elsewhere');
  await writeReading(page, lesson, 'A lesson to write', 'Call first.');
  await page.goto(`${course}/translations?lesson=${lesson.split('/').at(-1)}`);
  await page.getByText('For translators who work elsewhere').click();
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download what is open now' }).click();
  const stream = await (await waiting).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const xml = Buffer.concat(chunks).toString();
  const back = xml
    .replace(
      /state="initial"><source>(Call first\.)<\/source>/,
      'state="final"><source>$1</source><target>Llame antes.</target>',
    )
    .replace(
      /<\/file>/,
      '  <unit id="gone"><segment id="line" state="final"><source>a</source><target>b</target></segment></unit></file>',
    );
  const send = (text: string) =>
    page
      .getByLabel('Bring a file back')
      .setInputFiles({ name: 'back.xlf', mimeType: 'text/xml', buffer: Buffer.from(text) });
  await send('<!DOCTYPE a [<!ENTITY b "c">]><xliff/>');
  await expect(page.getByRole('alert')).toContainText('document type');
  await send(back);
  await expect(page.getByText('1 part newly translated')).toBeVisible();
  await expect(page.getByText('This part is not in the course any more.')).toBeVisible();
  await expect(part(page, /^Paragraph/).getByRole('textbox')).toHaveValue('');
  await page.getByRole('button', { name: 'Take it' }).click();
  await expect(part(page, /^Paragraph/).getByRole('textbox')).toHaveValue('Llame antes.');
  await expect(part(page, /^Paragraph/)).toContainText('Reviewed');

  // What is chosen to be shown stays while it is written.
  await page.getByRole('combobox', { name: 'Show', exact: true }).selectOption('missing');
  await expect(part(page, /^Paragraph/)).toBeHidden();
  await part(page, /^Title/)
    .getByRole('textbox')
    .fill('Una lección');
  await expect(part(page, /^Title/).getByText(/^Saved /)).toBeVisible();
  await expect(part(page, /^Title/)).toContainText('To be reviewed');
  await expect(part(page, /^Title/).getByRole('textbox')).toBeFocused();
});
