import { type Page } from '@playwright/test';
import { expect, test } from './support/haven';

/** The question that is open, as the accessibility tree has it. */
const asked = (page: Page) => page.getByRole('group').first();
const onward = (page: Page) => page.getByRole('button', { name: /^(Continue|Check your answers)$/ }).click();

test('every type of question has its names in the accessibility tree, is answered by keyboard and explained', async ({
  page,
}) => {
  await page.goto('/learn/knowing-your-citys-policies/practise');
  await page.getByRole('button', { name: 'Start the quiz' }).click();

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
    await up.focus();
    for (let n = 0; n < 2; n++) {
      await page.keyboard.press('Enter');
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

  await expect(asked(page)).toMatchAriaSnapshot(`
    - group /named for a section of law/:
      - textbox "Your answer"
  `);
  await page.getByLabel('Your answer').fill('287(G) Agreement.');
  await page.keyboard.press('Enter');

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
  await expect(page.getByRole('heading', { level: 1, name: 'You passed' })).toBeVisible();
  // All but the third place, three doors, and one blank of three: 6 + 2/3 + 1/4 + 2/3.
  await expect(page.getByText('7.58 of 9.')).toBeVisible();
  await expect(page.getByText('Not scored')).toHaveCount(1);
});
