import { createHash } from 'node:crypto';
import { LessonDraft, LessonMedia, PublishPreview, StudioCourse, StudioCourseCards } from '@haven/catalog/contract';
import { Sweep } from '@haven/recordings/api';
import { fileAddress, pictureAddress, Problem } from '@haven/shared/contract';
import sharp from 'sharp';
import { paragraph } from '../testing/blocks';
import { type Browser } from '../testing/browser';
import { openWorld, type World } from '../testing/world';

const plain = { width: 1200, height: 800, channels: 3 as const, background: '#08525a' };
/** A picture lying on its side, with a place in its metadata, as phones write it. */
const photo = () =>
  sharp({ create: plain })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '41/1 49/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
const zip = (...names: string[]) => Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.from(names.join('\n'))]);

describe('pictures and files of lessons', () => {
  let world: World;
  let editor: Browser;
  let author: Browser;
  let id: string;
  let url: string;
  beforeEach(async () => {
    world = await openWorld();
    editor = await world.as('editor');
    author = await world.as('author');
    id = await courseOf('sanctuary-in-cities');
    const course = (await editor.get(`/api/studio/courses/${id}`).expect(200)).json(StudioCourse);
    url = `/api/studio/courses/${id}/lessons/${course.modules[0]?.lessons[0]?.id}`;
  });
  afterEach(() => world.close());

  const courseOf = async (slug: string) =>
    (await editor.get('/api/studio/courses').expect(200)).json(StudioCourseCards).items.find((one) => one.slug === slug)
      ?.id ?? '';
  const send = (bytes: Buffer, kind = 'picture', by = editor, length = bytes.length, course = id) =>
    by.send('POST', `/api/studio/courses/${course}/media?kind=${kind}`, bytes, {
      'content-type': 'application/octet-stream',
      'content-length': String(length),
    });
  const added = async (bytes: Buffer, kind = 'picture') => (await send(bytes, kind).expect(201)).json(LessonMedia);
  const pictureOf = async (bytes: Buffer) => {
    const media = await added(bytes);
    if (media.kind !== 'picture') throw new Error('no picture');
    return media;
  };
  const fileOf = async (bytes: Buffer) => {
    const media = await added(bytes, 'file');
    if (media.kind !== 'file') throw new Error('no file');
    return media;
  };
  const refused = async (bytes: Buffer, kind = 'picture') => (await send(bytes, kind)).json(Problem).code;
  const write = async (...blocks: object[]) => {
    const { version, en, es } = (await editor.get(url).expect(200)).json(LessonDraft);
    return editor.put(url, { en: { ...en, blocks }, es }, { 'if-match': `"${version}"` });
  };

  it('are drawn anew, upright, in the widths of phones and desks, and say nothing of where they were taken', async () => {
    const { picture, width, height } = await pictureOf(await photo());
    expect([width, height]).toEqual([800, 1200]);
    for (const wide of [480, 800]) {
      const answer = await editor.get(pictureAddress(picture, wide)).expect(200);
      expect(answer.headers).toMatchObject({ 'content-type': 'image/webp', 'cache-control': 'private, no-store' });
      const seen = await sharp(answer.bytes).metadata();
      expect([seen.width, seen.exif, seen.xmp, seen.orientation]).toEqual([wide, undefined, undefined, undefined]);
    }
    await editor.get(pictureAddress(picture, 960)).expect(404);
    expect(await pictureOf(await photo())).toMatchObject({ picture });
  });

  it('are seen by their authors alone until a release shows them', async () => {
    const { picture, width, height } = await pictureOf(await photo());
    const { file, format, size } = await fileOf(pdf);
    const addresses = [pictureAddress(picture, 800), fileAddress(file)];
    const image = { type: 'image', id: 'p1', picture, width, height, alt: 'A door' };
    const offered = { type: 'file', id: 'f1', title: 'Cards', file, format, size };
    expect((await write(paragraph('x'), image, offered)).status).toBe(200);
    for (const address of addresses) {
      const hidden = await world.visitor().get(address).expect(404);
      expect(hidden.text).toBe(
        (
          await world
            .visitor()
            .get(pictureAddress('0'.repeat(64), 800))
            .expect(404)
        ).text,
      );
      await (await world.as('learner')).get(address).expect(404);
      await editor.get(address).expect(200);
    }
    const { draft } = (await editor.get(`/api/studio/courses/${id}/preview`).expect(200)).json(PublishPreview);
    await editor.post(`/api/studio/courses/${id}/releases`, { draft, note: '' }).expect(201);
    for (const address of addresses) {
      const { headers } = await world.visitor().get(address).expect(200);
      expect(headers).toMatchObject({
        'cache-control': 'public, max-age=31536000, immutable',
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
      });
    }
    expect((await world.visitor().get(fileAddress(file)).expect(200)).headers).toMatchObject({
      'content-disposition': 'attachment',
      'content-type': 'application/octet-stream',
    });
  });

  it('are what their bytes say, never what they are called', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)" width="9" height="9"/>');
    const bomb = await sharp({ create: { ...plain, width: 9000, height: 9000 } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    const torn = (await photo()).subarray(0, 900);
    const tiff = await sharp({ create: plain }).tiff().toBuffer();
    for (const bytes of [svg, bomb, torn, tiff, pdf, Buffer.from('GIF89a'), Buffer.from('x')])
      expect(await refused(bytes)).toBe('bad-media');
    const macros = zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin');
    for (const bytes of [svg, macros, zip('a.exe'), Buffer.from('MZ…'), Buffer.from('%PDF'), await photo()])
      expect(await refused(bytes, 'file')).toBe('bad-media');
    expect(await fileOf(zip('[Content_Types].xml', 'word/document.xml'))).toMatchObject({ format: 'docx' });
    expect(await world.database.query('SELECT count(*)::int AS n FROM lesson_media')).toEqual([{ n: 1 }]);
  });

  it('are refused before the first byte where they are too large or there is no room for them', async () => {
    expect((await send(Buffer.alloc(9), 'picture', editor, 20_000_001)).json(Problem).code).toBe('too-large');
    await world.database.query(
      `INSERT INTO lesson_media SELECT gen_random_uuid(), $1, p.id, 2000000000, null, null, '{}', false, now()
         FROM person p, generate_series(1, 110) WHERE p.role = 'editor'`,
      [id],
    );
    expect(await refused(await photo())).toBe('quota-used-up');
  });

  it('outlive the sweep, and go with their course', async () => {
    const { picture } = await pictureOf(await photo());
    const sweep = world.app.get(Sweep);
    expect(await sweep.run(0)).not.toContain(picture);
    await editor.get(pictureAddress(picture, 800)).expect(200);
    await world.database.query('DELETE FROM lesson_media');
    expect(await sweep.run(0)).toContain(picture);
  });

  it('come along into another course of somebody who may see them, and of nobody else', async () => {
    const { picture, width, height } = await pictureOf(await photo());
    const image = { type: 'image', id: 'p1', picture, width, height, alt: null };
    expect((await write({ ...image, picture: createHash('sha256').update('x').digest('hex') })).status).toBe(400);
    const body = (slug: string) => ({ slug, title: { en: slug }, summary: { en: '' }, topic: 'cities' });
    const use = async (by: Browser, slug: string) => {
      const course = (await by.post('/api/studio/courses', body(slug)).expect(201)).json(StudioCourse);
      const base = `/api/studio/courses/${course.id}`;
      const [module, lesson] = [crypto.randomUUID(), crypto.randomUUID()];
      const outline = async (change: object, version: number) =>
        (await by.post(`${base}/outline`, change, { 'if-match': `"${version}"` }).expect(200)).json(StudioCourse)
          .version;
      const version = await outline({ do: 'add-module', module, title: { en: 'M' }, after: null }, course.version);
      const source = { kind: 'reading' };
      await outline({ do: 'add-lesson', lesson, module, after: null, title: { en: 'L' }, source }, version);
      const en = { title: 'L', summary: '', blocks: [image] };
      return (await by.put(`${base}/lessons/${lesson}`, { en, es: null }, { 'if-match': '"1"' })).status;
    };
    expect(await use(editor, 'by-the-editor')).toBe(200);
    await world.database.query(`UPDATE course SET author_id = null WHERE id = $1`, [id]);
    await world.database.query(`UPDATE course SET author_id = null WHERE slug = 'by-the-editor'`);
    expect(await use(author, 'by-the-author')).toBe(400);
  });
});
