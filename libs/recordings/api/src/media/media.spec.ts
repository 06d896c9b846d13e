import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeAudio } from './audio';
import { type Job } from './ffmpeg';
import { makeLadder } from './ladder';
import { masterPlaylist } from './master';
import { findTools, type MediaTools, noTools } from './media-tools';
import { type Packaged, packageSource } from './package';
import { type Probe, probe } from './probe';
import { readRendition } from './rendition';
import { findSlides, stillAt } from './slides';
import { type Container } from './sniff';
import { makeStoryboard } from './storyboard';
import { canMake, oddFile } from './testing/fixtures';

const reason = canMake ? '' : ' (skipped: ffmpeg is not installed)';

(canMake ? describe : describe.skip)(`odd files${reason}`, () => {
  let root: string;
  let tools: MediaTools;
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'haven-media-'));
    tools = await findTools();
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const folderFor = () => mkdtempSync(join(root, 'job-'));
  const signal = new AbortController().signal;
  const files = new Map<string, string>();
  const fileOf = (kind: string) => {
    const file = files.get(kind) ?? oddFile(root, kind);
    files.set(kind, file);
    return file;
  };
  const look = (kind: string, by: MediaTools) => probe(fileOf(kind), { tools: by, folder: folderFor(), signal });
  const jobFor = (kind: string, probed: Probe): Job => ({
    ffmpeg: tools.ffmpeg ?? '',
    source: fileOf(kind),
    container: probed.container as Container,
    duration: probed.duration,
    folder: folderFor(),
    signal,
    progress: () => {},
  });
  const play = async (kind: string, by: MediaTools): Promise<Packaged & { folder: string }> => {
    const probed = await look(kind, by);
    const job = { ...jobFor(kind, probed), ffmpeg: by.ffmpeg };
    return { ...(await packageSource(job, probed)), folder: job.folder };
  };

  const landscape = { width: 320, height: 240 };
  describe.each([
    ['with ffmpeg', () => tools],
    ['without', () => noTools],
  ])('%s', (_, by) => {
    it.each([
      ['plain', landscape, 'avc1'],
      ['moov at the end', landscape, 'avc1'],
      ['variable frame rate', landscape, 'avc1'],
      ['no audio', landscape, 'avc1'],
      ['audio only', { width: null, height: null }, 'mp4a'],
      ['mkv without duration', landscape, 'avc1'],
      ['two audio tracks', landscape, 'avc1'],
      ['keyframes ten seconds apart', landscape, 'avc1', 21],
      ['vp9 in webm', landscape, by() === noTools ? 'vp09' : ''],
    ])('plays %s for its whole length', async (kind, size, codec, length = 6) => {
      const { duration, rendition } = await play(kind, by());
      expect(duration).toBeGreaterThanOrEqual(length - 1);
      expect(duration).toBeLessThanOrEqual(length);
      expect(rendition).toMatchObject(size);
      expect(rendition.codecs).toContain(codec);
    });

    it.each([
      ['truncated', 'truncated'],
      ['empty', 'empty'],
      ['a renamed text', 'not-media'],
      ['a playlist', 'playlist'],
      ['a track without a byte', 'no-tracks'],
    ])('refuses %s in one sentence', async (kind, code) => {
      await expect(play(kind, by())).rejects.toMatchObject({ reason: { code } });
    });
  });

  it.each([
    ['rotated', { width: 240, height: 320 }],
    ['hevc', landscape],
    ['vp9 in webm', landscape],
    ['pixels that are not square', { width: 640, height: 240 }],
  ])('converts what browsers would not show right: %s', async (kind, size) => {
    const { rendition } = await play(kind, tools);
    expect(rendition).toMatchObject(size);
    expect(rendition.codecs).toContain('avc1');
  });

  it.each(['hevc', 'rotated'])('refuses, without ffmpeg, what it cannot convert: %s', async (kind) => {
    await expect(play(kind, noTools)).rejects.toMatchObject({ reason: { code: 'cannot-play' } });
  });

  it('says how far a file that was cut off goes', async () => {
    await expect(look('truncated', tools)).rejects.toMatchObject({ reason: { facts: { declared: 30 } } });
  });

  it('makes sound alone, with its loudness and its silences', async () => {
    const probed = await look('plain', tools);
    const sound = await makeAudio(jobFor('plain', probed), tools.chromaprint);
    const { rendition, lufs, silences, fingerprint } = sound;
    expect(rendition).toMatchObject({ name: 'audio', width: null, codecs: 'mp4a.40.2' });
    expect(rendition.bandwidth).toBeLessThan(80_000);
    expect(lufs).not.toBeNull();
    // A word comes every eighth of a second, once the first 2.6 have been heard.
    expect((fingerprint?.length ?? 0) / 4).toBeGreaterThan(20);
    expect(silences).toEqual([]);
  });

  it('makes the rungs below the source, lowest first in the main playlist, all equally long', async () => {
    const probed = await look('large', tools);
    const job = jobFor('large', probed);
    const { rendition: source } = await packageSource(job, probed);
    const rungs = await makeLadder(job, probed);
    expect(rungs.map(({ name, height }) => [name, height])).toEqual([
      ['240p', 240],
      ['480p', 480],
    ]);
    for (const { name } of rungs)
      expect(Math.abs((await readRendition(job.folder, name)).seconds - probed.duration)).toBeLessThan(0.5);
    const names = [...masterPlaylist([source, ...rungs]).matchAll(/^(\w+)\.m3u8$/gm)].map(([, name]) => name);
    expect(names).toEqual(['240p', '480p', 'source']);
  });

  it('makes a storyboard of the size that it says', async () => {
    const probed = await look('plain', tools);
    const job = jobFor('plain', probed);
    const board = await makeStoryboard(job, probed.video ?? fail());
    expect(board).toMatchObject({ every: 10, count: 1, width: 160, height: 120 });
    expect(readFileSync(join(job.folder, 'storyboard.jpg')).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
  });

  it('finds every change of slide within two seconds, and makes a still where it is asked', async () => {
    const probed = await look('a slide deck', tools);
    const job = jobFor('a slide deck', probed);
    const slides = await findSlides(job, probed.video ?? fail());
    for (const change of [0, 15, 30, 45]) expect(slides.some(({ at }) => Math.abs(at - change) <= 2)).toBe(true);
    expect(slides).toHaveLength(4);
    for (const { file } of slides) expect(existsSync(join(job.folder, file))).toBe(true);
    expect(await stillAt(job, 20)).toEqual({ at: 20, file: 'slide-20.jpg' });
    expect(existsSync(join(job.folder, 'slide-20.jpg'))).toBe(true);
  });
});

function fail(): never {
  throw new Error('there is no picture');
}
