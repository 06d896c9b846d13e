import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ImportCourse } from '@haven/catalog/api';
import { LessonDraft, StudioCourse } from '@haven/catalog/contract';
import { pictureAddress } from '@haven/shared/contract';
import sharp from 'sharp';
import { openWorld, type World } from '../testing/world';

const from = 'tools/seed/courses/knowing-your-citys-policies';
const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const draw = () => sharp({ create: { width: 600, height: 400, channels: 3, background: '#08525a' } });

describe('the pictures of a package', () => {
  let world: World;
  let folder: string;
  beforeEach(async () => {
    world = await openWorld();
    folder = await mkdtemp(join(tmpdir(), 'haven-package-'));
    await cp(from, folder, { recursive: true });
    const course = JSON.parse(await readFile(join(folder, 'course.json'), 'utf8')) as object;
    await writeFile(join(folder, 'course.json'), JSON.stringify({ ...course, slug: 'with-pictures' }));
    await mkdir(join(folder, 'media'));
  });
  afterEach(async () => {
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Puts a picture with these bytes at the end of a lesson, in both languages. */
  async function put(bytes: Buffer, name = `${sha(bytes)}.webp`): Promise<void> {
    await writeFile(join(folder, 'media', name), bytes);
    for (const language of ['en', 'es']) {
      const file = join(folder, `lessons/find-the-text/${language}.md`);
      await writeFile(file, `${await readFile(file, 'utf8')}\n![A door](picture:${name}?width=600&height=400)\n`);
    }
  }
  const bring = () => world.app.get(ImportCourse).run(folder, null);

  it('come in under the name that they have', async () => {
    const bytes = await draw().webp().toBuffer();
    await put(bytes);
    const { id } = await bring();
    const editor = await world.as('editor');
    const course = (await editor.get(`/api/studio/courses/${id}`).expect(200)).json(StudioCourse);
    const lesson = course.modules.flatMap(({ lessons }) => lessons).find(({ slug }) => slug === 'find-the-text');
    const draft = (await editor.get(`/api/studio/courses/${id}/lessons/${lesson?.id}`).expect(200)).json(LessonDraft);
    expect(draft.en.blocks.at(-1)).toMatchObject({ type: 'image', picture: sha(bytes), alt: 'A door' });
    expect((await editor.get(pictureAddress(sha(bytes), 600)).expect(200)).bytes.equals(bytes)).toBe(true);
    await editor.get(pictureAddress(sha(bytes), 480)).expect(200);
    await world
      .visitor()
      .get(pictureAddress(sha(bytes), 600))
      .expect(404);
  });

  it.each([
    ['another hash', () => draw().webp().toBuffer(), `${'a'.repeat(64)}.webp`, /another hash/],
    ['something else inside', () => Promise.resolve(Buffer.from('<svg/>')), undefined, /not what its name says/],
    [
      'a name in it',
      () =>
        draw()
          .withExif({ IFD0: { Artist: 'x' } })
          .webp()
          .toBuffer(),
      undefined,
      /not what its name/,
    ],
  ])('are refused with %s, and nothing of the course stays', async (_, make, name, message) => {
    await put(await make(), name);
    await expect(bring()).rejects.toThrow(message);
    expect(await world.database.query(`SELECT 1 FROM course WHERE slug = 'with-pictures'`)).toEqual([]);
  });

  it('are missed by their name', async () => {
    const bytes = await draw().webp().toBuffer();
    await put(bytes);
    await rm(join(folder, 'media'), { recursive: true });
    await expect(bring()).rejects.toThrow(/media\/[0-9a-f]{64}\.webp: this file is missing/);
  });
});
