import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CourseDetail,
  type CourseSettings,
  LessonMedia,
  StudioCourse,
  StudioCourseCards,
} from '@haven/catalog/contract';
import { pictureAddress, Problem } from '@haven/shared/contract';
import sharp from 'sharp';
import { type Browser } from '../testing/browser';
import { takePackage } from '../testing/packages';
import { SmallCourse } from '../testing/small-course';
import { openWorld, type World } from '../testing/world';
import { unzipped } from '../testing/zips';

const other = 'sanctuary-in-cities';
const DAY_MS = 24 * 3_600_000;

describe('the settings of a course', () => {
  let folder: string;
  let world: World;
  let editor: Browser;
  let visitor: Browser;
  let course: SmallCourse;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'haven-settings-'));
    world = await openWorld({ DATA_DIR: folder });
    editor = await world.as('editor');
    visitor = world.visitor();
    course = await SmallCourse.begin(editor, visitor, ['One']);
  });
  afterEach(async () => {
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  const url = () => `/api/studio/courses/${course.id}`;
  const changes = async () => (await course.preview()).changes.flatMap((entry) => entry.changes);
  const findings = async () => (await course.preview()).findings.map(({ level, code }) => [level, code]);
  const settle = (was: object, now: object, version: number) =>
    editor.post(`${url()}/outline`, { do: 'settle', was, now }, { 'if-match': `"${version}"` });
  const coverOf = async () => {
    const bytes = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#08525a' } })
      .png()
      .toBuffer();
    const headers = { 'content-type': 'application/octet-stream', 'content-length': String(bytes.length) };
    const media = (await editor.send('POST', `${url()}/media?kind=picture`, bytes, headers).expect(201)).json(
      LessonMedia,
    );
    if (media.kind !== 'picture') throw new Error('no picture');
    return { picture: media.picture, width: media.width, height: media.height, alt: { en: 'A harbour' } };
  };
  const all = async (): Promise<Partial<CourseSettings>> => ({
    outcomes: { en: ['Say what a harbour is'], es: ['Decir qué es un puerto'] },
    ...{ reviewedOn: '2026-10-01', certificate: true, order: 'sequential', prerequisites: [other] },
    ...{ opens: '2026-01-01T08:00:00.000Z', closes: '2036-01-01T08:00:00.000Z', cover: await coverOf() },
  });

  it('are drafted, compared, published and brought back like its words', async () => {
    await course.publish();
    const before = await course.seen();
    expect(before).toMatchObject({ certificate: false, order: 'free', prerequisites: [], cover: null, opens: null });
    const settings = await all();
    await course.settle(settings);
    expect(await course.seen()).toEqual(before);
    const { alt, picture } = settings.cover ?? { alt: { en: '' }, picture: '' };
    expect(await changes()).toEqual([
      { what: 'outcomes', locale: 'en', before: null, after: 'Say what a harbour is' },
      { what: 'outcomes', locale: 'es', before: null, after: 'Decir qué es un puerto' },
      { what: 'reviewedOn', locale: null, before: before.reviewedOn, after: '2026-10-01' },
      { what: 'certificate', locale: null, before: 'false', after: 'true' },
      { what: 'order', locale: null, before: 'free', after: 'sequential' },
      { what: 'prerequisites', locale: null, before: null, after: other },
      { what: 'opens', locale: null, before: null, after: settings.opens },
      { what: 'closes', locale: null, before: null, after: settings.closes },
      { what: 'cover', locale: null, before: null, after: `${alt.en} (${picture.slice(0, 6)})` },
    ]);
    await visitor.get(pictureAddress(picture, 480)).expect(404);
    await course.publish();
    const { prerequisites: _, ...shown } = settings;
    expect(await course.seen()).toMatchObject({ ...shown, prerequisites: [{ slug: other, title: expect.anything() }] });
    await visitor.get(pictureAddress(picture, 480)).expect(200);
    await course.again(1);
    expect(await course.seen()).toMatchObject({ certificate: false, order: 'free', cover: null, outcomes: { en: [] } });
    expect((await course.outline()).settings).toMatchObject(settings);
  });

  it('that are set back are no difference', async () => {
    await course.publish();
    const { settings } = await course.outline();
    await course.settle({ certificate: true, opens: '2036-01-01T08:00:00.000Z' });
    await course.settle(settings);
    expect((await course.preview()).changes).toEqual([]);
    const { draft } = await course.preview();
    const again = await editor.post(`${url()}/releases`, { draft, note: '' }).expect(409);
    expect(again.json(Problem).code).toBe('nothing-to-publish');
  });

  it('of two people who change different ones both happen; what one has not seen is not undone', async () => {
    const { settings: was, version } = await course.outline();
    await settle(was, { ...was, certificate: true }, version).expect(200);
    const merged = (await settle(was, { ...was, order: 'sequential' }, version).expect(200)).json(StudioCourse);
    expect(merged.settings).toMatchObject({ certificate: true, order: 'sequential' });
    await settle(was, { ...was, reviewedOn: '2026-02-02' }, version).expect(200);
    const stale = await settle(was, { ...was, reviewedOn: '2026-03-03' }, version).expect(409);
    expect(stale.json(Problem).code).toBe('stale');
    expect((await course.outline()).settings.reviewedOn).toBe('2026-02-02');
  });

  it('are refused where they cannot be', async () => {
    const { settings: was, version } = await course.outline();
    for (const wrong of [
      ...[{ reviewedOn: 'soon' }, { opens: 'tomorrow' }, { order: 'random' }, { visibility: 'nobody' }],
      ...[{ outcomes: { en: [''] } }, { prerequisites: Array.from({ length: 11 }, (_, n) => `c-${n}`) }],
      { cover: { picture: 'a'.repeat(64), width: 10, height: 10, alt: { en: 'Not there' } } },
    ])
      expect((await settle(was, { ...was, ...wrong }, version).expect(400)).json(Problem).code).toBe('invalid');
    const cover = await coverOf();
    for (const wrong of [{ alt: { en: '' } }, { width: 7 }])
      await settle(was, { ...was, cover: { ...cover, ...wrong } }, version).expect(400);
  });

  it('are looked over before they are published', async () => {
    const blocked = async () => {
      const { draft } = await course.preview();
      return (await editor.post(`${url()}/releases`, { draft, note: '' })).json(Problem).code;
    };
    expect(await findings()).toEqual([['warning', 'missing-translation']]);
    await course.settle({ opens: '2027-02-01T08:00:00.000Z', closes: '2027-01-01T08:00:00.000Z' });
    expect(await findings()).toContainEqual(['blocking', 'closes-before-it-opens']);
    expect(await blocked()).toBe('not-publishable');
    await course.settle({ opens: null, closes: null, prerequisites: [course.slug] });
    expect(await findings()).toContainEqual(['blocking', 'needs-itself']);
    const unpublished = await SmallCourse.begin(editor, visitor, ['One']);
    await course.settle({ prerequisites: [unpublished.slug] });
    expect(await findings()).toContainEqual(['blocking', 'needs-unpublished']);
    await course.settle({ prerequisites: [] });
    await course.publish();
    await unpublished.settle({ prerequisites: [course.slug] });
    await unpublished.publish();
    await course.settle({ prerequisites: [unpublished.slug] });
    expect(await findings()).toContainEqual(['blocking', 'needs-itself']);
    expect(await blocked()).toBe('not-publishable');
  });

  it('remind of a review after a year', async () => {
    const cards = async () => (await editor.get('/api/studio/courses').expect(200)).json(StudioCourseCards).items;
    const old = async () => (await cards()).find(({ id }) => id === course.id)?.review.old;
    await course.settle({ reviewedOn: world.clock.now().toISOString().slice(0, 10) });
    expect([await old(), (await course.outline()).review.old]).toEqual([false, false]);
    world.clock.forward(367 * DAY_MS);
    editor = await world.as('editor');
    expect(await old()).toBe(true);
    const detail = (await editor.get(url()).expect(200)).json(StudioCourse);
    expect(detail.review.old).toBe(true);
  });

  it('travel in packages, the cover too, and come out as the same bytes', async () => {
    await course.settle(await all());
    const packed = async (id: string) => (await editor.get(`/api/studio/courses/${id}/package`).expect(200)).bytes;
    const bytes = await packed(course.id);
    const { picture } = (await course.outline()).settings.cover ?? { picture: '' };
    expect([...(await unzipped(bytes)).keys()]).toContain(`media/${picture}.webp`);
    const before = (await course.outline()).settings;
    await world.database.query('DELETE FROM course WHERE id = $1', [course.id]);
    const id = await takePackage(editor, bytes);
    expect((await packed(id)).equals(bytes)).toBe(true);
    expect((await editor.get(`/api/studio/courses/${id}`).expect(200)).json(StudioCourse).settings).toEqual(before);
  });

  it('are the usual ones in releases of older days', async () => {
    const shown = (await visitor.get(`/api/courses/${other}`).expect(200)).json(CourseDetail);
    expect(shown).toMatchObject({ certificate: false, order: 'free', visibility: 'public', opens: null, closes: null });
  });
});
