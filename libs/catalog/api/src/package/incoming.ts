import { createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type PackageReport, SendPackage, type TakenPackage } from '@haven/catalog/contract';
import { Uploads } from '@haven/recordings/api';
import { Clock, type Config, InjectConfig, Jobs, newId, notFound, type Person, Refusal } from '@haven/shared/api';
import { type DataSource } from 'typeorm';
import { CourseRow } from '../course.entity';
import { freeName } from '../free-name';
import { ImportCourse } from './import-course';
import { openZip, type ZipPackage } from './open-zip';
import { readAny, type ReadPackage, toReport } from './read-any';

const DAY_MS = 24 * 3_600_000;

/**
 * Packages that were sent and not yet taken. A package lies for a day in a folder of its sender's, with a note of how it was sent; nothing
 * of it is in the database before it is taken.
 */
@Injectable()
export class Incoming implements OnModuleInit {
  private readonly root: string;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    @InjectConfig() { DATA_DIR }: Config,
    private readonly courses: ImportCourse,
    private readonly uploads: Uploads,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {
    this.root = join(DATA_DIR, 'packages');
  }

  onModuleInit(): void {
    this.jobs.every('41 * * * *', 'forget-packages', () => this.forget());
  }

  /**
   * Keeps a package of `size` bytes and tells what is in it. Nothing of it becomes a course yet; one that cannot be read is not kept.
   * @throws Refusal `too-large`, `quota-used-up`, `no-room`; `invalid` where other bytes came than were said; `bad-package`.
   */
  async send(actor: Person, given: SendPackage, size: number, body: Readable): Promise<PackageReport> {
    const id = newId();
    const file = this.fileOf(actor, id);
    try {
      await this.reserve(actor, size).catch((error: unknown) => {
        // A browser that is still sending would not listen to the answer.
        body.resume();
        throw error;
      });
      await mkdir(join(this.root, actor.id), { recursive: true });
      await writeFile(`${file}.json`, JSON.stringify(given));
      await receive(body, size, file);
      return await this.look(actor, id);
    } catch (error) {
      await this.drop(actor, id);
      throw error;
    }
  }

  /** What is in a package that `actor` sent. @throws Refusal `not-found` where it is gone */
  async look(actor: Person, id: string): Promise<PackageReport> {
    return this.read(actor, id, async (read) => {
      await this.courses.check(read.read);
      return { id, ...toReport(read), ...(await this.address(read)) };
    });
  }

  /**
   * Makes a course of a package that `actor` sent, and keeps it no longer.
   * @throws Refusal `not-found` where it is gone; `conflict` where the address is taken; `bad-package`, `bad-media`.
   */
  async take(actor: Person, id: string, slug: string): Promise<TakenPackage> {
    const course = await this.read(actor, id, ({ read }, files) => this.courses.take(actor, slug, read, files));
    await this.drop(actor, id);
    return { course };
  }

  private async read<T>(
    actor: Person,
    id: string,
    work: (read: ReadPackage, files: ZipPackage) => Promise<T>,
  ): Promise<T> {
    const file = this.fileOf(actor, id);
    const note = await readFile(`${file}.json`, 'utf8').catch(() => null);
    if (note === null) throw notFound();
    const files = await openZip(file, join(this.root, actor.id), this.uploads.limit);
    try {
      const today = this.clock.now().toISOString().slice(0, 10);
      return await work(await readAny(files, SendPackage.parse(JSON.parse(note)), today), files);
    } finally {
      files.close();
    }
  }

  private async address({ read }: ReadPackage): Promise<Pick<PackageReport, 'slug' | 'taken'>> {
    const rows = await this.database.manager.find(CourseRow, { select: { slug: true } });
    const slugs = new Set(rows.map(({ slug }) => slug));
    const wish = read.course.slug;
    return { slug: freeName(wish.slice(0, 72), slugs), taken: slugs.has(wish) };
  }

  private async reserve(actor: Person, size: number): Promise<void> {
    if (size > this.uploads.limit) throw new Refusal('too-large', 'This package is larger than a file may be here.');
    const kept = await sizes(join(this.root, actor.id));
    await this.uploads.makeRoom(this.database.manager, actor.id, size, kept);
  }

  private fileOf(actor: Person, id: string): string {
    return join(this.root, actor.id, `${id}.zip`);
  }

  private async drop(actor: Person, id: string): Promise<void> {
    await rm(this.fileOf(actor, id), { force: true });
    await rm(`${this.fileOf(actor, id)}.json`, { force: true });
  }

  /** Takes away what was sent a day ago, and what a killed process has left. */
  private async forget(): Promise<void> {
    const before = this.clock.now().getTime() - DAY_MS;
    for (const person of await readdir(this.root).catch(() => []))
      for (const name of await readdir(join(this.root, person)).catch(() => [])) {
        const path = join(this.root, person, name);
        const since = (await stat(path).catch(() => null))?.mtimeMs;
        if (since !== undefined && since < before) await rm(path, { recursive: true, force: true });
      }
  }
}

/** @throws Refusal `invalid` where fewer or more bytes come than were said. */
async function receive(body: Readable, size: number, file: string): Promise<void> {
  let length = 0;
  await pipeline(
    body,
    async function* (source: AsyncIterable<Buffer>) {
      for await (const part of source) {
        length += part.length;
        if (length > size) throw short();
        yield part;
      }
    },
    createWriteStream(file, { flags: 'wx' }),
  );
  if (length !== size) throw short();
}

const short = () => new Refusal('invalid', 'The file did not arrive whole. Try again.');

async function sizes(folder: string): Promise<number> {
  const names = await readdir(folder).catch(() => []);
  const all = await Promise.all(names.map((name) => stat(join(folder, name)).catch(() => null)));
  return all.reduce((sum, one) => sum + (one?.isFile() ? one.size : 0), 0);
}
