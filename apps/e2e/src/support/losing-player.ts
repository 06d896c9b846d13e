import { createHash } from 'node:crypto';
import { setTimeout as after } from 'node:timers/promises';
import { type BrowserContext, expect, type Page } from '@playwright/test';
import { asked } from './asked.ts';
import { LosingDevice, reopened, type BrowserFault } from './losing-device.ts';
import type { Lot, Person } from './rounds.ts';

const LONGEST_START = 150;
const lesson = '/learn/sanctuary-in-cities/webinar';

/** What became of one run: one person on one device, whose browser met a fault while watching. */
export interface Run {
  readonly seed: string;
  readonly fault: BrowserFault;
  /** Whole seconds of media that were played, each in full. */
  readonly watched: number;
  /** Of these, how many the server does not have. */
  readonly missing: number;
  /** Seconds that the server has and nobody played. */
  readonly invented: number;
  /** Seconds that were paid for more than once. */
  readonly doubled: number;
}

/** One person with a device. What the browser says that it played (`video.played`) is written down here, outside of it. */
export class LosingPlayer implements Person<Run> {
  private readonly given: Lot;
  private readonly start: number;
  private readonly rate: number;
  private readonly faultAfterMs: number;
  private readonly awayMs: number;
  private readonly played: [number, number][] = [];
  private readonly device: LosingDevice;
  private person = '';

  constructor(given: Lot) {
    const { random } = given;
    this.given = given;
    const { browser, profile, parts } = given;
    this.device = new LosingDevice({ browser, profile, url: parts.url, prepare: (context) => this.prepare(context) });
    this.start = Math.floor(random() * LONGEST_START);
    this.rate = [1, 1.5, 2][Math.floor(random() * 3)] ?? 1;
    this.faultAfterMs = 3000 + random() * 12_000;
    this.awayMs = 2000 + random() * 10_000;
  }

  /** Has been here before: Chromium writes new cookies to the disk only after a while, or when it is closed. */
  async begin(): Promise<void> {
    const page = await this.device.open();
    await this.play(page, this.start);
    await page.getByRole('button', { name: 'Pause', exact: true }).first().click();
    await expect(page.getByText(/^Saved/).first()).toBeVisible({ timeout: 60_000 });
    const cookies = await page.context().cookies();
    const token = cookies.find(({ name }) => name === 'haven')?.value ?? '';
    const hash = createHash('sha256').update(token).digest();
    const { rows } = await asked<{ id: string }>(
      this.given.parts,
      'SELECT person_id AS id FROM session WHERE token = $1',
      [hash],
    );
    this.person = rows[0]?.id ?? '';
    await this.device.close();
    const again = await this.device.open();
    await this.play(again, this.start + 20);
  }

  /** Watches through both faults, then waits until the device says that all is saved. */
  async live(broken: Promise<void>): Promise<void> {
    await after(this.faultAfterMs);
    const page = await this.device.meet(this.given.kind, this.awayMs);
    await broken;
    // A page that stood still while the server was away is left as it is, as a person would leave it.
    const last = await reopened(page, '/me/unsaved');
    await expect(last.getByRole('heading', { name: 'Everything is saved' })).toBeVisible({ timeout: 120_000 });
  }

  async result(): Promise<Run> {
    const { rows } = await asked<{ second: number }>(
      this.given.parts,
      `SELECT generate_series(lower(r), upper(r) - 1) AS second FROM coverage, unnest(seen) r WHERE person_id = $1`,
      [this.person],
    );
    const paid = await asked<{ doubled: number }>(
      this.given.parts,
      `SELECT greatest(0, b.spent - sum(c.watched_s), max(abs(c.watched_s - seconds_in(c.seen))))::int AS doubled
         FROM watch_budget b JOIN coverage c USING (person_id) WHERE person_id = $1 GROUP BY b.spent`,
      [this.person],
    );
    const has = new Set(rows.map(({ second }) => second));
    const share = this.shares();
    const watched = [...share].filter(([, part]) => part > 0.99).map(([second]) => second);
    return {
      seed: this.given.seed,
      fault: this.given.kind,
      watched: watched.length,
      missing: watched.filter((second) => !has.has(second)).length,
      invented: [...has].filter((second) => (share.get(second) ?? 0) < 0.5).length,
      doubled: paid.rows[0]?.doubled ?? 0,
    };
  }

  async end(): Promise<void> {
    await this.device.close();
  }

  private async prepare(context: BrowserContext): Promise<void> {
    await context.exposeBinding('wrote', (_, pieces: [number, number][]) => void this.played.push(...pieces));
    await context.addInitScript(writeDown);
  }

  private async play(page: Page, at: number): Promise<void> {
    await page.goto(`${lesson}?t=${at}`);
    await page.getByRole('button', { name: 'Play', exact: true }).first().click();
    const video = page.locator('video');
    const position = () => video.evaluate(({ currentTime }: HTMLVideoElement) => currentTime);
    await expect.poll(position, { timeout: 60_000 }).toBeGreaterThan(at + 2);
    await video.evaluate((element: HTMLVideoElement, rate) => (element.playbackRate = rate), this.rate);
  }

  /** How much of each second was played, 0 to 1. */
  private shares(): Map<number, number> {
    const shares = new Map<number, number>();
    let reached = -1;
    for (const [from, to] of [...this.played].sort((a, b) => a[0] - b[0])) {
      for (let at = Math.max(from, reached); at < to; at = Math.min(to, Math.floor(at) + 1)) {
        const second = Math.floor(at);
        shares.set(second, (shares.get(second) ?? 0) + Math.min(to, second + 1) - at);
      }
      reached = Math.max(reached, to);
    }
    return shares;
  }
}

/**
 * Runs in the page: says ten times a second, and as the page goes, which pieces the browser itself says that it has played. What is said as
 * the page goes may not arrive any more: it is laid down as well, and said by the next page.
 */
function writeDown(): void {
  // The empty page that a browser opens with has no storage.
  if (!location.protocol.startsWith('http')) return;
  const key = 'losing-player';
  const { wrote } = globalThis as unknown as { wrote(pieces: number[][]): Promise<void> };
  let told = localStorage.getItem(key) ?? '[]';
  void wrote(JSON.parse(told) as number[][]);
  const look = () => {
    const { played } = document.querySelector('video') ?? {};
    const pieces = Array.from({ length: played?.length ?? 0 }, (_, n) => [played?.start(n) ?? 0, played?.end(n) ?? 0]);
    if (JSON.stringify(pieces) === told) return;
    told = JSON.stringify(pieces);
    void wrote(pieces);
  };
  setInterval(look, 100);
  for (const name of ['pause', 'pagehide']) addEventListener(name, look, true);
  addEventListener('pagehide', () => localStorage.setItem(key, told));
}
