import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { ConsoleLogger } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { getDataSourceToken } from '@nestjs/typeorm';
import { Clock, type Config, newId } from '@haven/shared/api';
import { type Role } from '@haven/shared/contract';
import { DataSource } from 'typeorm';
import { AppModule } from '../app.module';
import { configure, fastifyAdapter } from '../create-app';
import { type DemoAccount } from '../seed';
import { Browser } from './browser';
import { ensureTemplate, onServer, TEMPLATE } from './template';
import { testConfig, withDatabase } from './test-config';

/** The demo world in a database of its own, with the API on it, for one spec file. */
export interface World {
  readonly app: NestFastifyApplication;
  readonly database: DataSource;
  /** A browser that nobody has signed in with. */
  visitor(): Browser;
  /** A browser whose person began the course `slug` without an account. */
  guest(slug?: string): Promise<Browser>;
  /** A browser that the first person with this role signed in with; `at` picks another one. */
  as(role: Exclude<Role, 'guest'>, at?: number): Promise<Browser>;
  /** The person behind a demo account. */
  account(role: Exclude<Role, 'guest'>, at?: number): DemoAccount;
  /** Moves the clock of the application. */
  clock: MovableClock;
  close(): Promise<void>;
}

/** A clock that runs on and can be moved. */
export class MovableClock extends Clock {
  private offset = 0;

  override now(): Date {
    return new Date(Date.now() + this.offset);
  }

  forward(milliseconds: number): void {
    this.offset += milliseconds;
  }
}

/**
 * Clones the template and starts the application on it. Call `close()` when the file is done. `settings` differ from those of specs: with
 * `HAVEN_ROLE: 'all'` jobs run, and such a world has a data folder of its own to begin with nothing in it.
 */
export async function openWorld(settings: Partial<Config> = {}): Promise<World> {
  const name = `haven_test_${newId().replaceAll('-', '')}`;
  await ensureTemplate();
  await onServer((server) => server.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`));
  const config = { ...testConfig(withDatabase(name)), ...settings };
  if (settings.DATA_DIR)
    for (const part of ['keys', 'objects'])
      await cp(join(process.env['HAVEN_TEST_DATA_DIR'] ?? '', part), join(settings.DATA_DIR, part), {
        recursive: true,
      });
  const clock = new MovableClock();
  const module = Test.createTestingModule({
    imports: [AppModule.with(config)],
  });
  const compiled = await module
    .overrideProvider(Clock)
    .useValue(clock)
    .setLogger(new ConsoleLogger({ logLevels: ['fatal'] }))
    .compile();
  const app = configure(compiled.createNestApplication<NestFastifyApplication>(fastifyAdapter({ ACCEL: 'off' })));
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const accounts = JSON.parse(
    readFileSync(join(process.env['HAVEN_TEST_DATA_DIR'] ?? '', 'demo-accounts.json'), 'utf8'),
  ) as DemoAccount[];
  const account: World['account'] = (role, at = 0) => {
    const found = accounts.filter((person) => person.role === role)[at];
    if (!found) throw new Error(`no demo ${role} number ${at}`);
    return found;
  };
  const visitor = () => new Browser(app);
  return {
    app,
    clock,
    database: app.get<DataSource>(getDataSourceToken()),
    account,
    visitor,
    async guest(slug = 'sanctuary-in-cities') {
      const browser = visitor();
      await browser.post('/api/enrolments', { course: slug }).expect(200);
      return browser;
    },
    async as(role, at) {
      const browser = visitor();
      const { email, password } = account(role, at);
      await browser.post('/api/session', { email, password }).expect(200);
      return browser;
    },
    async close() {
      await app.close();
      await onServer((server) => server.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}
