import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Refusal } from '@haven/shared/api';
import { ZipFile } from 'yazl';
import { openZip } from './open-zip';
import { writeZip } from './write-zip';

const bytes = (files: Record<string, string | Buffer>): Promise<Buffer> =>
  buffer(writeZip(Object.entries(files).map(([name, content]) => ({ name, content: Buffer.from(content) }))));

/** A zip that no honest program writes: `from` stands for another name of the same length. */
const renamed = async (from: string, to: string) =>
  Buffer.from((await bytes({ [from]: 'x', 'b.md': 'x' })).toString('latin1').replaceAll(from, to), 'latin1');

describe('a zip', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'haven-zip-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const open = async (content: Buffer, limit = 1e9) => {
    await writeFile(join(folder, 'a.zip'), content);
    return openZip(join(folder, 'a.zip'), join(folder, 'room'), limit);
  };
  const refusal = async (content: Buffer, limit?: number) => {
    const error: unknown = await open(content, limit).then(
      (zip) => zip.close(),
      (cause: unknown) => cause,
    );
    if (!(error instanceof Refusal)) throw new Error('it was not refused');
    return error.fields?.[0]?.message;
  };

  it('has the same bytes whenever and in whatever order it is written', async () => {
    const one = await bytes({ 'b.md': 'two', 'a.md': 'one' });
    const lazy = await buffer(
      writeZip([
        { name: 'a.md', content: Buffer.from('one') },
        { name: 'b.md', content: Buffer.from('two') },
      ]),
    );
    expect(lazy.equals(one)).toBe(true);
    expect(one.includes('one')).toBe(true);
  });

  it('gives back what was written, streams too, and lends copies that are gone afterwards', async () => {
    const content = await buffer(
      writeZip([
        { name: 'x/course.json', content: Buffer.from('{}') },
        { name: 'x/media/a.bin', content: () => Readable.from([Buffer.from('ab'), Buffer.from('cd')]) },
      ]),
    );
    const zip = await open(content);
    expect(zip.names).toEqual(['course.json', 'media/a.bin']);
    expect((await zip.read('course.json'))?.toString()).toBe('{}');
    expect(await zip.read('other.json')).toBeNull();
    expect(await zip.lend('media/a.bin', (path) => readFile(path, 'utf8'))).toBe('abcd');
    expect(await readdir(join(folder, 'room'))).toEqual([]);
    zip.close();
  });

  it('reads what other programs pack, and leaves what systems add', async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from('# A'.repeat(99)), 'a.md');
    zip.addBuffer(Buffer.from('x'), '__MACOSX/._a.md');
    zip.addEmptyDirectory('empty');
    zip.end();
    const opened = await open(await buffer(zip.outputStream as Readable));
    expect(opened.names).toEqual(['a.md']);
    expect((await opened.read('a.md'))?.length).toBe(297);
    opened.close();
  });

  it.each([
    ['no zip', () => Promise.resolve(Buffer.from('hello')), 'no-zip'],
    ['a way out', () => renamed('aa/a.md', '../a.md'), 'name'],
    ['the root of a disk', () => renamed('aa/a.md', '/aa.md.'), 'name'],
    ['a drive', () => renamed('aa/a.md', 'c:/a.md'), 'name'],
    ['a way out with backslashes', () => renamed('aa/a.md', '..\\a.md'), 'name'],
    ['one name twice', () => renamed('B.md', 'b.md'), 'twice'],
    ['one name twice, but for its letters', () => bytes({ 'A.md': 'x', 'a.md': 'y' }), 'twice'],
    ['a cut end', async () => (await bytes({ 'a.md': 'x'.repeat(99) })).subarray(0, 90), 'no-zip'],
    ['a bomb', () => bomb(), 'bomb'],
    ['a link', () => link(), 'link'],
    ['too many files', () => many(), 'too-many'],
  ])('is refused with %s before anything is unpacked', async (_, make, code) => {
    expect(await refusal(await make())).toBe(code);
    expect(await readdir(folder)).toEqual(['a.zip']);
  });

  it('is refused where it holds more than there may be', async () => {
    expect(await refusal(await bytes({ 'a.bin': 'x'.repeat(500), 'b.bin': 'x'.repeat(500) }), 900)).toBe('large');
  });

  it('is refused where its bytes are not those that it promised', async () => {
    const content = await bytes({ 'a.md': 'honest words' });
    content.write('h0nest', content.indexOf('honest'));
    const zip = await open(content);
    await expect(zip.read('a.md')).rejects.toThrow('a.md: this file is damaged.');
    await expect(zip.lend('a.md', () => Promise.resolve())).rejects.toThrow('damaged');
    zip.close();
  });
});

function bomb(): Promise<Buffer> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.alloc(20_000_000), 'a.md', { compressionLevel: 9 });
  zip.end();
  return buffer(zip.outputStream as Readable);
}

function link(): Promise<Buffer> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from('/etc/passwd'), 'a.md', { mode: 0o120777 });
  zip.end();
  return buffer(zip.outputStream as Readable);
}

function many(): Promise<Buffer> {
  const zip = new ZipFile();
  for (let at = 0; at <= 5000; at++) zip.addBuffer(Buffer.from('x'), `${at}.md`, { compress: false });
  zip.end();
  return buffer(zip.outputStream as Readable);
}
