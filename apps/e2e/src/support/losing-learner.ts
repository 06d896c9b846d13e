import { setTimeout as after } from 'node:timers/promises';
import { expect, type BrowserContext, type Page } from '@playwright/test';
import { asked } from './asked.ts';
import { LosingDevice, reopened, type BrowserFault } from './losing-device.ts';
import type { Lot, Person } from './rounds.ts';

const lesson = '/learn/sanctuary-in-cities/check-what-you-know';
const QUESTIONS = 8;

/** What became of one run: one person on one device, whose browser met a fault in the middle of a quiz. */
export interface AttemptRun {
  readonly seed: string;
  readonly fault: BrowserFault;
  /** How many answers were chosen, counting those that were changed. */
  readonly chosen: number;
  /** Of the answers that were chosen last, how many the page did not show after the fault, and how many the server does not count. */
  readonly forgotten: number;
  readonly missing: number;
  /** Answers that the server has more often than they were given. */
  readonly doubled: number;
}

/** What the page shows as chosen at one question. */
interface Choice {
  readonly question: string;
  readonly answer: readonly string[];
}

/** One person with a device who takes a quiz. What the page showed as chosen is written down here, outside of the browser. */
export class LosingLearner implements Person<AttemptRun> {
  private readonly given: Lot;
  private readonly device: LosingDevice;
  private readonly faultAfterMs: number;
  private readonly awayMs: number;
  /** What was chosen last at each question, as the page showed it. */
  private readonly shown = new Map<string, readonly string[]>();
  /** How often each question was answered, and how often the page showed it. */
  private readonly pressed = new Map<string, number>();
  private readonly seen = new Map<string, number>();
  private attempt = '';
  private forgotten = 0;

  constructor(given: Lot) {
    const { random, browser, profile, parts } = given;
    this.given = given;
    this.faultAfterMs = 300 + random() * 7000;
    this.awayMs = 1000 + random() * 7000;
    this.device = new LosingDevice({ browser, profile, url: parts.url, prepare: (context) => this.prepare(context) });
  }

  /** Has been here before: Chromium writes new cookies to the disk only after a while, or when it is closed. */
  async begin(): Promise<void> {
    const page = await this.device.open();
    await page.goto(lesson);
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.getByRole('button', { name: 'Start the quiz' }).click();
    await expect(page.getByText(`Question 1 of ${QUESTIONS}`)).toBeVisible({ timeout: 60_000 });
    this.attempt = /attempt\/([0-9a-f-]+)\//.exec(page.url())?.[1] ?? '';
    await this.answer(page, 1);
    await expect(page.getByText(/^Saved/).first()).toBeVisible({ timeout: 60_000 });
    await this.device.close();
    await this.go(await this.device.open(), 1);
  }

  /** Answers through both faults, looks whether all of it is still there, answers the rest, and waits until all is saved. */
  async live(broken: Promise<void>): Promise<void> {
    const page = this.device.page();
    // Its page may go away under it: that is what is tested. What was shown until then is written down.
    const answering = this.answerAll(page).catch(() => undefined);
    await after(this.faultAfterMs);
    const next = await this.device.meet(this.given.kind, this.awayMs);
    await answering;
    // Who sees their browser end in the middle of a press looks at that question again.
    for (const [question, times] of this.pressed)
      if (times > (this.seen.get(question) ?? 0)) this.shown.delete(question);
    if (this.given.kind !== 'offline') await this.lookAtAll(next);
    await this.answerAll(next);
    await broken;
    const last = await reopened(next, '/me/unsaved');
    await expect(last.getByRole('heading', { name: 'Everything is saved' })).toBeVisible({ timeout: 120_000 });
  }

  async result(): Promise<AttemptRun> {
    const { rows } = await asked<{ question: string; answer: string[]; rows: number }>(
      this.given.parts,
      `SELECT DISTINCT ON (question_id) question_id AS question, answer, count(*) OVER (PARTITION BY question_id)::int AS rows
         FROM response WHERE attempt_id = $1 AND NOT late ORDER BY question_id, seq DESC, answered_at DESC`,
      [this.attempt],
    );
    const counted = new Map(rows.map(({ question, answer }) => [question, answer]));
    return {
      seed: this.given.seed,
      fault: this.given.kind,
      chosen: [...this.pressed.values()].reduce((sum, times) => sum + times, 0),
      forgotten: this.forgotten,
      missing: [...this.shown].filter(([question, answer]) => !same(answer, counted.get(question))).length,
      doubled: rows.reduce((sum, { question, rows }) => sum + Math.max(0, rows - (this.pressed.get(question) ?? 0)), 0),
    };
  }

  async end(): Promise<void> {
    await this.device.close();
  }

  private async prepare(context: BrowserContext): Promise<void> {
    await context.exposeBinding('chose', (_, { question, answer }: Choice) => {
      this.shown.set(question, answer);
      this.seen.set(question, (this.seen.get(question) ?? 0) + 1);
    });
    await context.addInitScript(writeDown);
  }

  /** Goes through the questions and answers each that is not; sometimes twice, as somebody who thinks again. */
  private async answerAll(page: Page): Promise<void> {
    for (let n = 1; n <= QUESTIONS; n++) {
      await this.go(page, n);
      const question = await this.questionOn(page);
      if (this.shown.has(question)) continue;
      for (let times = this.given.random() < 0.3 ? 2 : 1; times > 0; times--) {
        await this.answer(page, n);
        await after(this.given.random() * 400);
      }
    }
  }

  private async answer(page: Page, n: number): Promise<void> {
    const question = await this.questionOn(page);
    const options = page.locator('fieldset.question input');
    const at = Math.floor(this.given.random() * (await options.count()));
    // Where it is the one that is chosen, pressing it again would choose nothing.
    const isChosen = await options.nth(at).isChecked();
    const option = isChosen ? options.nth((at + 1) % (await options.count())) : options.nth(at);
    this.pressed.set(question, (this.pressed.get(question) ?? 0) + 1);
    const before = this.seen.get(question) ?? 0;
    await option.click();
    await expect.poll(() => this.seen.get(question) ?? 0, { message: `question ${n}` }).toBeGreaterThan(before);
  }

  /** To the n-th question: by its address the first time, and then as its learner goes, without loading anything. */
  private async go(page: Page, n: number): Promise<void> {
    const place = page.getByText(`Question ${n} of ${QUESTIONS}`);
    if (await place.isVisible()) return;
    if (n > 1 && (await page.getByText(`Question ${n - 1} of ${QUESTIONS}`).isVisible()))
      await page.getByRole('button', { name: 'Continue' }).click();
    // A server that is there again a moment later answers then.
    else
      await expect(async () => {
        await page.goto(`${lesson}/attempt/${this.attempt}/q/${n}`);
        await expect(place).toBeVisible({ timeout: 5000 });
      }).toPass({ timeout: 120_000 });
    await expect(place).toBeVisible();
    await expect(page.locator('fieldset.question input').first()).toBeVisible();
  }

  private async questionOn(page: Page): Promise<string> {
    return (await page.locator('fieldset.question input').first().getAttribute('name')) ?? '';
  }

  /** Whether every answer is on the page again, before anybody touches it. */
  private async lookAtAll(page: Page): Promise<void> {
    for (let n = 1; n <= QUESTIONS; n++) {
      await this.go(page, n);
      const known = this.shown.get(await this.questionOn(page));
      if (!known) continue;
      const checked = page.locator('fieldset.question input:checked');
      const now = await checked.evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
      if (!same(known, now)) this.forgotten++;
    }
  }
}

const same = (a: readonly string[], b: readonly string[] | undefined) =>
  b !== undefined && [...a].sort().join() === [...b].sort().join();

/** Runs in the page: says what is chosen once it has been painted. */
function writeDown(): void {
  addEventListener(
    'change',
    (event) => {
      const question = (event.target as HTMLInputElement).name;
      const tell = () => {
        const inputs = Array.from(document.getElementsByName(question)) as HTMLInputElement[];
        const answer = inputs.filter(({ checked }) => checked).map(({ value }) => value);
        void (globalThis as unknown as { chose(choice: object): Promise<void> }).chose({ question, answer });
      };
      requestAnimationFrame(() => requestAnimationFrame(tell));
    },
    true,
  );
}
