import { readFile } from 'node:fs/promises';
import { logFile, logTail, rotateLogs, runApi, serveApi, type ApiContext } from './api.ts';
import { describeEnd, type Child } from './child.ts';
import type { StartConfig } from './config.ts';
import { ownDatabase, outsideDatabase, type Database } from './database.ts';
import { missingTools } from './missing.ts';
import { freePort } from './ports.ts';
import type { Project } from './project.ts';
import { settleIn, type Tenancy } from './running.ts';
import type { Steps } from './steps.ts';
import { welcome, type DemoAccount } from './words.ts';

/** A launcher that was just told to stop needs a moment; one that serves is refused after it. In milliseconds. */
const PATIENCE_MS = 3_000;

/** One run of Haven, from taking the folder to giving it back. */
export class Haven {
  readonly #project: Project;
  readonly #config: StartConfig;
  readonly #steps: Steps;
  readonly #signal: AbortSignal;
  #tenancy: Tenancy | undefined;
  #database: Database | undefined;
  #server: Child | undefined;
  #port = 0;

  constructor(project: Project, config: StartConfig, steps: Steps, signal: AbortSignal) {
    this.#project = project;
    this.#config = config;
    this.#steps = steps;
    this.#signal = signal;
  }

  /** The address that people open. */
  get url(): string {
    return this.#config.publicUrl ?? `http://localhost:${this.#port}`;
  }

  /** Whether the folder is ours, so that there is something to stop. */
  get settled(): boolean {
    return this.#tenancy !== undefined;
  }

  /** Takes the folder. Throws a PlainError when Haven already runs there. */
  async settleIn(): Promise<void> {
    this.#tenancy = await settleIn(this.#project, PATIENCE_MS);
    await rotateLogs(this.#project);
  }

  /** Database, migrations, demo and server, in this order. */
  async start(): Promise<void> {
    await this.#steps.run('PostgreSQL', (note) => this.#openDatabase(note));
    await this.#steps.run('Database schema', () => runApi(['migrate'], this.#context()));
    if (this.#config.demo) {
      await this.#steps.run('Demo content', () => runApi(['seed', this.#project.seed], this.#context()));
    }
    this.#port = await freePort(this.#config.port);
    if (this.#port !== this.#config.port) {
      this.#steps.say(`  Port ${this.#config.port} is taken by another program: Haven uses ${this.#port}.`);
    }
    await this.#steps.run('Server', () => this.serve());
    await this.#tenancy?.note({ url: this.url });
  }

  /** Starts the server, in place of the one that runs. */
  async serve(): Promise<void> {
    const former = this.#server;
    this.#server = undefined;
    await former?.stop();
    this.#server = await serveApi(this.#context(), this.#port);
  }

  /** What to print once everything runs. */
  async welcome(): Promise<string> {
    const accounts = this.#config.demo ? await readAccounts(this.#project.accounts) : [];
    return welcome(this.url, accounts, await missingTools());
  }

  /** Resolves, with a plain sentence, when the server or our PostgreSQL ended without being asked. */
  async trouble(): Promise<string> {
    const database = this.#database?.gone.then(
      () => `PostgreSQL ended unexpectedly. Its log is ${this.#project.postgres}/server.log.`,
    );
    return Promise.race([this.#serverTrouble(), ...(database ? [database] : [])]);
  }

  /** Stops what runs, server first, and gives the folder back. */
  async stop(): Promise<void> {
    await this.#server?.stop();
    await this.#database?.stop();
    await this.#tenancy?.end();
  }

  async #serverTrouble(): Promise<string> {
    for (;;) {
      const server = this.#server;
      if (!server) return new Promise(() => undefined);
      const end = await server.ended;
      if (server !== this.#server) continue;
      const tail = await logTail(this.#project);
      return `${tail}\nHaven's server ended unexpectedly (${describeEnd(end)}). Its log is ${logFile(this.#project)}.`;
    }
  }

  async #openDatabase(note: (text: string) => void): Promise<void> {
    const { databaseUrl } = this.#config;
    this.#database = databaseUrl
      ? await outsideDatabase(databaseUrl)
      : await ownDatabase(this.#project.postgres, (line) => this.#steps.say(`  ${line}`));
    note(this.#database.about);
    this.#signal.throwIfAborted();
  }

  #context(): ApiContext {
    return {
      project: this.#project,
      logToConsole: this.#config.logToConsole,
      signal: this.#signal,
      onChild: async (child) => this.#tenancy?.note({ child }),
      env: {
        NODE_ENV: process.env['NODE_ENV'] ?? 'production',
        HAVEN_ROLE: 'all',
        DATABASE_URL: this.#database?.url,
        DATA_DIR: this.#project.data,
        ...(this.#port > 0 ? { PORT: `${this.#port}`, PUBLIC_URL: this.url } : {}),
      },
    };
  }
}

async function readAccounts(file: string): Promise<DemoAccount[]> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as DemoAccount[];
  } catch {
    return [];
  }
}
