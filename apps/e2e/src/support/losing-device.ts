import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { chromium, expect, type BrowserContext, type Page } from '@playwright/test';

export const browserFaults = ['browser killed', 'tab closed', 'offline'] as const;
export type BrowserFault = (typeof browserFaults)[number];

interface Given {
  /** The executable; what Playwright brings where it is undefined. */
  readonly browser: string | undefined;
  /** The folder that outlives the browser. */
  readonly profile: string;
  readonly url: string;
  /** What is done to each browser before its first page. */
  readonly prepare: (context: BrowserContext) => Promise<void>;
}

/** A device whose browser meets faults. What is on its disk outlives them. */
export class LosingDevice {
  private readonly given: Given;
  private context: BrowserContext | null = null;

  constructor(given: Given) {
    this.given = given;
  }

  /** Starts the browser. Small, because several of them share the machine. */
  async open(): Promise<Page> {
    const { browser, profile, url, prepare } = this.given;
    this.context = await chromium.launchPersistentContext(profile, {
      ...(browser && { executablePath: browser }),
      args: ['--no-sandbox', '--disable-background-networking', '--mute-audio'],
      viewport: { width: 360, height: 480 },
      baseURL: url,
      locale: 'en',
    });
    await prepare(this.context);
    return this.context.pages()[0] ?? (await this.context.newPage());
  }

  /** The page that was opened last. */
  page(): Page {
    const page = this.context?.pages().at(-1);
    if (!page) throw new Error('nothing is open');
    return page;
  }

  /** Meets a fault that lasts `awayMs`, and answers the page that is there afterwards. */
  async meet(fault: BrowserFault, awayMs: number): Promise<Page> {
    const page = this.page();
    const context = page.context();
    switch (fault) {
      case 'browser killed':
        process.kill(processOf(this.given.profile), 'SIGKILL');
        await context.close().catch(() => undefined);
        await after(awayMs);
        return this.open();
      case 'tab closed': {
        // A browser whose last tab is closed ends.
        const other = await context.newPage();
        await page.close();
        await after(awayMs);
        return other;
      }
      case 'offline':
        await context.setOffline(true);
        await after(awayMs);
        await context.setOffline(false);
        return page;
    }
  }

  /** Ends the browser as its user does. */
  async close(): Promise<void> {
    await this.context?.close().catch(() => undefined);
  }
}

/** Opens `path`, trying again as a person does who is told that there is no line. */
export async function reopened(page: Page, path: string): Promise<Page> {
  await expect(async () => void (await page.goto(path))).toPass({ timeout: 60_000 });
  return page;
}

/** The process of the browser that uses this profile: the one that is nobody's part. */
function processOf(profile: string): number {
  const found = readdirSync('/proc').find((entry) => {
    if (!/^\d+$/.test(entry)) return false;
    try {
      const words = readFileSync(`/proc/${entry}/cmdline`, 'utf8').split('\0');
      return words.includes(`--user-data-dir=${profile}`) && !words.some((word) => word.startsWith('--type='));
    } catch {
      return false;
    }
  });
  if (!found) throw new Error(`no browser uses ${profile}`);
  return Number(found);
}
