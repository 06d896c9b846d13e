import { readFileSync } from 'node:fs';
import { expect, signIn, test } from './support/haven';
import { newCourse } from './support/quiz-course';

const gift = 'Is a resolution a law? {F}\n\nWho votes? {=The council ~The mayor}\n\nBroken {=a';
const csv = 'pregunta;opción 1;opción 2;respuesta\n¿Quién firma?;El juez;El alcalde;A';

test('an editor brings questions in from a text and a file, takes them out again, and takes them along', async ({
  page,
}) => {
  await signIn(page, 'editor');
  const { course, quiz } = await newCourse(page);
  await page.goto(`/studio/courses/${course}/questions/${quiz}`);
  await page.getByRole('link', { name: 'Import and export' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Import and export: Try it' })).toBeFocused();
  const main = page.getByRole('main');

  await main.getByRole('button', { name: 'See what is in it' }).press('Enter');
  await expect(page.getByRole('alert')).toHaveText('Choose a file or paste a text first.');
  const text = main.getByLabel('Or the text of one');
  await text.fill(gift);
  await page.reload();
  await expect(text).toHaveValue(gift);
  await main.getByRole('button', { name: 'See what is in it' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'What is in the text' })).toBeFocused();
  await expect(
    main.getByText('It is read as GIFT. 2 questions can be taken. 1 thing stays behind; below is why.'),
  ).toBeVisible();
  await expect(
    main.getByRole('row', { name: /^1 Is a resolution a law\? True or false It did not say why/ }),
  ).toBeVisible();
  await expect(main.getByRole('row', { name: /^5 Its braces/ })).toBeVisible();
  await main.getByRole('button', { name: 'Take 2 questions' }).press('Enter');
  await expect(page.getByRole('heading', { name: '2 questions stand at the end of the quiz' })).toBeFocused();
  await expect(text).toHaveValue('');

  await main.getByRole('button', { name: 'Take them out again' }).press('Enter');
  await expect(page.getByRole('heading', { name: '2 questions are out again' })).toBeFocused();
  await expect(text).toHaveValue(gift);
  await main.getByRole('button', { name: 'See what is in it' }).press('Enter');
  await main.getByRole('button', { name: 'Take 2 questions' }).press('Enter');
  await main.getByRole('link', { name: 'Go to the first of them' }).press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Question 2 of 3' })).toBeVisible();
  await expect(page.getByLabel('Question, English')).toHaveValue('Is a resolution a law?');

  await page.goto(`/es/studio/courses/${course}/questions/${quiz}/files`);
  await expect(page.getByRole('heading', { level: 1, name: 'Importar y exportar: Try it' })).toBeVisible();
  await main
    .getByLabel('Un archivo')
    .setInputFiles({ name: 'preguntas.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await expect(page.getByRole('heading', { name: 'Qué hay en preguntas.csv' })).toBeFocused();
  await main.getByRole('button', { name: 'Traer 1 pregunta' }).click();
  await expect(page.getByRole('heading', { name: '1 pregunta está al final del cuestionario' })).toBeFocused();

  await page.goto(`/studio/courses/${course}/questions/${quiz}/files`);
  const load = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      main.getByRole('link', { name: `Download ${name}` }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const written = await load('GIFT');
  expect(written.name).toBe('questions.gift');
  expect(written.bytes.toString()).toContain('[plain]Is a resolution a law?');
  const packed = await load('QTI');
  await main
    .getByLabel('A file')
    .setInputFiles({ name: packed.name, mimeType: 'application/zip', buffer: packed.bytes });
  await expect(main.getByText('It is read as QTI. 4 questions can be taken.')).toBeVisible();
});
