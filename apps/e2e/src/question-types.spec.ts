import { type Page } from '@playwright/test';
import { expect, signIn, test } from './support/haven';

/** The question that is open, as the accessibility tree has it. */
const asked = (page: Page) => page.getByRole('group').first();
/** The next page has come once its heading has the focus: what a script types before that, the heading takes. */
const arrived = (page: Page) => expect(page.getByRole('heading', { level: 1 })).toBeFocused();

async function onward(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Continue|Check your answers)$/ }).click();
  await arrived(page);
}

test('every type of question has its names in the accessibility tree, is answered by keyboard and explained', async ({
  page,
}) => {
  await page.goto('/learn/knowing-your-citys-policies/practise');
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await arrived(page);

  await expect(asked(page)).toMatchAriaSnapshot(`
    - group "Which word makes a clause a duty?":
      - heading "Which word makes a clause a duty?" [level=1]
      - radio "Shall"
  `);
  await page.getByRole('radio', { name: 'Shall' }).press('Space');
  await onward(page);

  await expect(asked(page)).toMatchAriaSnapshot(`
    - group "Where do you look for the texts of your city?":
      - heading [level=1]
      - checkbox "In the city code"
  `);
  for (const name of ['In the city code', 'In the records of the council'])
    await page.getByRole('checkbox', { name }).press('Space');
  await onward(page);

  await expect(asked(page)).toMatchAriaSnapshot(`
    - group:
      - radio "True"
      - radio "False"
  `);
  await page.getByRole('radio', { name: 'False' }).press('Space');
  await onward(page);

  await expect(asked(page)).toMatchAriaSnapshot(`
    - group "Put the three parts of a request to the council in order.":
      - list:
        - listitem:
          - button /Move up .+/ [disabled]
          - button /Move down .+/
  `);
  // From the bottom up: the focus stays on the button of what is moved, so that Enter moves it on.
  for (const text of ['What you ask', 'Who feels it', 'What is true now']) {
    const up = page.getByRole('button', { name: `Move up ${text}` });
    const texts = await asked(page).getByRole('listitem').allTextContents();
    await up.focus();
    for (let place = texts.findIndex((item) => item.includes(text)); place > 0; place--) {
      await page.keyboard.press('Enter');
      await expect(page.getByText(`${text}: now ${place} of 3`)).toBeAttached();
      await expect(up).toBeFocused();
    }
  }
  await expect(page.getByText('What is true now: now 1 of 3')).toBeAttached();
  await onward(page);

  await expect(asked(page)).toMatchAriaSnapshot(`
    - group "Match each door of the practice clause with what it says.":
      - list:
        - listitem:
          - combobox "Who"
        - listitem:
          - combobox "What"
  `);
  await page.getByLabel('Who', { exact: true }).selectOption('Police officers only');
  await onward(page);

  await expect(asked(page)).toMatchAriaSnapshot(`
    - group "How many parts does the list for comparing policies have?":
      - textbox "Number"
  `);
  await page.getByLabel('Number').fill('9,0');
  await page.keyboard.press('Enter');
  await arrived(page);

  await expect(asked(page)).toMatchAriaSnapshot(`
    - group /named for a section of law/:
      - textbox "Your answer"
  `);
  await page.getByLabel('Your answer').fill('287(G) Agreement.');
  await page.keyboard.press('Enter');
  await arrived(page);

  await expect(asked(page)).toMatchAriaSnapshot(`
    - group "Complete what the lesson says about finding nothing.":
      - paragraph:
        - combobox "Blank 1 of 3"
        - textbox "Blank 2 of 3"
        - combobox "Blank 3 of 3"
  `);
  await page.getByLabel('Blank 1 of 3').selectOption('habit');
  await page.getByLabel('Blank 2 of 3').fill('published');
  await onward(page);

  await expect(asked(page)).toMatchAriaSnapshot(`
    - group /what “warrant” means/:
      - img /A drawn page/
      - radio "1. The title"
      - radio "2. The list of definitions"
  `);
  await page.getByRole('radio', { name: '2. The list of definitions' }).press('Space');
  await onward(page);

  await page.getByLabel('Your answer').fill('The jail has no rule about release dates.');
  await onward(page);

  const answers = page.getByRole('main').getByRole('listitem');
  await expect(answers.filter({ hasText: '1. What is true now' })).toHaveCount(1);
  await expect(answers.filter({ hasText: 'Who → Police officers only' })).toHaveCount(1);
  await expect(answers.filter({ hasText: '9,0 parts' })).toHaveCount(1);
  await expect(answers.filter({ hasText: 'that the rule is a habit' })).toHaveCount(1);
  await expect(answers.filter({ hasText: 'The jail has no rule about release dates.' })).toHaveCount(1);

  await page.reload();
  await expect(answers.filter({ hasText: 'The jail has no rule about release dates.' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Hand in' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Practice handed in' })).toBeVisible();
  // All but the third place, three doors, and one blank of three: 6 + 2/3 + 1/4 + 2/3.
  await expect(page.getByText('7.58 of 9.')).toBeVisible();
  await expect(page.getByText('Not scored')).toHaveCount(1);
});

test('an editor writes a question by keyboard, from a pasted list, tries it and duplicates it', async ({ page }) => {
  await signIn(page, 'editor');
  await page.goto('/studio');
  await page
    .getByRole('link', { name: /Schools as safe places/ })
    .first()
    .click();
  await page.locator('main a[href*="/questions/"]').last().click();
  await page.getByRole('button', { name: 'New question' }).press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Question 6 of 6' })).toBeVisible();
  const prompt = page.getByLabel('Question, English');
  await expect(prompt).toBeFocused();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('Who may come to school?');
  await page.getByLabel('Type of question').selectOption('Several answers are right');
  await expect(page.getByRole('checkbox', { name: 'Answer 1 is right' })).toBeVisible();
  for (const n of [2, 1]) {
    await page.getByRole('button', { name: `Remove Answer ${n}` }).press('Enter');
    await expect(page.getByLabel(`Answer ${n}, English`)).toHaveCount(0);
  }
  await page.getByText('Paste a list').press('Enter');
  await page
    .getByLabel('One in each line')
    .fill('a) *Every child | Todos los niños\nb) Citizens only\nc) [x] Her brother');
  await page.getByRole('button', { name: 'Take the lines' }).press('Enter');
  await expect(page.getByLabel('Answer 1, English')).toHaveValue('Every child');
  await expect(page.getByLabel('Answer 1, Spanish')).toHaveValue('Todos los niños');
  await expect(page.getByRole('checkbox', { name: 'Answer 3 is right' })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'Answer 2 is right' })).not.toBeChecked();
  await page.getByText('Try it as a learner').press('Enter');
  const learner = page.getByRole('group', { name: 'Who may come to school?' });
  await learner.getByRole('checkbox', { name: 'Every child' }).press('Space');
  await expect(page.getByText('This answer earns 50 %.')).toBeVisible();
  await page.getByRole('button', { name: 'Save now' }).press('Enter');
  await page.getByRole('button', { name: 'Duplicate this one' }).press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Question 7 of 7' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 2, name: 'Question 7 of 7' })).toBeVisible();
  await expect(page.getByLabel('Answer 1, English')).toHaveValue('Every child');
});

test('each blank with a list keeps a right answer of its own in the editor', async ({ page }) => {
  await signIn(page, 'editor');
  await page.goto('/studio');
  await page
    .getByRole('link', { name: /Knowing your city/ })
    .first()
    .click();
  await page.locator('main a[href*="/questions/"]').last().click();
  await page.getByRole('link', { name: /Complete what the lesson says/ }).click();
  const right = (blank: string) => page.getByRole('group', { name: `Blank [${blank}]` }).getByRole('radio');
  await expect(right('habit').nth(0)).toBeChecked();
  await expect(right('clerk').nth(1)).toBeChecked();
});
