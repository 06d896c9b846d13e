import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QuizCards, QuizDraft } from '@haven/assessment/contract';
import { CourseTranslation, SectionTranslation, StudioCourse } from '@haven/catalog/contract';
import { Problem } from '@haven/shared/contract';
import { type Browser } from '../testing/browser';
import { courseBySlug, lookInto, sendPackage, takePackage } from '../testing/packages';
import { openWorld, type World } from '../testing/world';
import { unzipped, zipped } from '../testing/zips';

const demo = ['knowing-your-citys-policies', 'sanctuary-in-cities', 'schools-as-safe-places'];

describe('courses as packages', () => {
  let world: World;
  let editor: Browser;
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'haven-packages-'));
    world = await openWorld({ DATA_DIR: folder });
    editor = await world.as('editor');
  });
  afterEach(async () => {
    await world.close();
    await rm(folder, { recursive: true, force: true });
  });

  const packed = async (id: string, query = '') =>
    (await editor.get(`/api/studio/courses/${id}/package${query}`).expect(200)).bytes;
  const packedBySlug = async (slug: string) => packed(await courseBySlug(editor, slug));
  const course = async (id: string) => (await editor.get(`/api/studio/courses/${id}`).expect(200)).json(StudioCourse);
  const count = async (table: string) =>
    Number((await world.database.query<{ n: string }[]>(`SELECT count(*) AS n FROM ${table}`))[0]?.n);
  /** Everything that an import writes. */
  const counts = () =>
    Promise.all(
      ['course', 'item', 'item_version', 'quiz', 'question', 'recording', 'timeline', 'lesson_media'].map(count),
    );
  const kept = async () => {
    const root = join(folder, 'packages');
    const people = await readdir(root).catch(() => []);
    return (await Promise.all(people.map((person) => readdir(join(root, person))))).flat();
  };

  it('are the same bytes after they came into an empty instance', async () => {
    const before = new Map<string, Buffer>();
    for (const slug of demo) before.set(slug, await packedBySlug(slug));
    await world.database.query('TRUNCATE course, quiz, question, recording CASCADE');
    for (const [slug, bytes] of before) {
      const id = await takePackage(editor, bytes);
      expect((await course(id)).slug).toBe(slug);
      expect((await packed(id)).equals(bytes)).toBe(true);
    }
    expect(await kept()).toEqual([]);
  });

  it.each(demo)('hold what %s holds, draft and release alike', async (slug) => {
    const id = await courseBySlug(editor, slug);
    const bytes = await packed(id);
    expect((await packed(id, '?release=1')).equals(bytes)).toBe(true);
    const [files, given] = [await unzipped(bytes), join('tools/seed/courses', slug)];
    const own = (await readdir(given, { recursive: true })).filter(
      (name) => /\.\w+$/.test(name) && !name.startsWith('quizzes'),
    );
    expect([...files.keys()].filter((name) => !name.startsWith('quizzes'))).toEqual(own.toSorted());
    for (const name of own) {
      const [here, there] = [await readFile(join(given, name)), files.get(name) ?? Buffer.alloc(0)];
      const { sha256: _, ...told } = name.endsWith('.json')
        ? (JSON.parse(there.toString()) as { sha256?: string })
        : {};
      if (name.endsWith('.json')) expect(told).toEqual(JSON.parse(here.toString()));
      else if (!name.endsWith('.md')) expect(there.equals(here)).toBe(true);
    }
  });

  it('take along how the Spanish of each question stands', async () => {
    const id = await courseBySlug(editor, demo[0] ?? '');
    const sections = async (course: string) => {
      const url = `/api/studio/courses/${course}/translation`;
      const { sections } = (await editor.get(url).expect(200)).json(CourseTranslation);
      const quiz = sections.find(({ kind }) => kind === 'quiz');
      const { parts } = (await editor.get(`${url}/${quiz?.item}`).expect(200)).json(SectionTranslation);
      return { counts: sections.map(({ counts }) => counts), url: `${url}/${quiz?.item}`, parts };
    };
    const { parts, url, counts: before } = await sections(id);
    const [one, other] = parts.filter(({ key }) => key.endsWith('.prompt'));
    await editor.put(`${url}/review`, { key: one?.key, of: one?.of, words: one?.words, reviewed: true }).expect(200);
    const question = `/api/studio/questions/${other?.key.slice(0, 36)}`;
    const quizzes = (await editor.get('/api/studio/quizzes?limit=100').expect(200)).json(QuizCards).items;
    const drafts = [];
    for (const quiz of quizzes)
      drafts.push(...(await editor.get(`/api/studio/quizzes/${quiz.id}`).expect(200)).json(QuizDraft).questions);
    const draft = drafts.find((found) => question.endsWith(found.id));
    const content = { ...draft?.content, prompt: { ...draft?.content.prompt, en: 'Which one is it now?' } };
    await editor.put(question, content, { 'if-match': `"${draft?.version}"` }).expect(200);
    const { counts } = await sections(id);
    expect(counts).not.toEqual(before);
    const bytes = await packed(id);
    const copy = await takePackage(editor, bytes);
    expect((await sections(copy)).counts).toEqual(counts);
    const quizFiles = async (zip: Buffer) =>
      new Map([...(await unzipped(zip))].filter(([name]) => name.startsWith('quizzes')));
    expect(await quizFiles(await packed(copy))).toEqual(await quizFiles(bytes));
    const [file, quiz] = [...(await quizFiles(bytes))].find(([, one]) => one.includes('"reviewed"')) ?? [''];
    const misplaced = String(quiz).replace(/"prompt": \{\s+"state"/, '"nowhere": { "state"');
    const wrong = await zipped(new Map([...(await unzipped(bytes)), [file, Buffer.from(misplaced)]]));
    const problem = (await sendPackage(editor, wrong).expect(422)).json(Problem);
    expect(problem.title).toMatch(/nowhere: there is no Spanish/);
  });

  it('come in as a copy beside the original, which stays as it is', async () => {
    const [original = ''] = demo;
    const bytes = await packedBySlug(original);
    const report = await lookInto(editor, bytes);
    expect(report).toMatchObject({
      format: 'haven',
      taken: true,
      slug: `${original}-2`,
      languages: ['en', 'es'],
      left: [],
    });
    expect(report.modules.flatMap(({ lessons }) => lessons)).toHaveLength(5);
    expect(report.questions).toBeGreaterThan(10);
    const id = await takePackage(editor, bytes);
    const [copy, first] = [await course(id), await course(await courseBySlug(editor, original))];
    expect(copy.status.release).toBeNull();
    const ids = (one: StudioCourse) =>
      one.modules.flatMap(({ id, lessons }) => [id, ...lessons.map((lesson) => lesson.id)]);
    expect(ids(copy).filter((one) => ids(first).includes(one))).toEqual([]);
    expect((await packedBySlug(original)).equals(bytes)).toBe(true);
    const [mine, theirs] = [await unzipped(await packed(id)), await unzipped(bytes)];
    mine.delete('course.json');
    theirs.delete('course.json');
    expect(mine).toEqual(theirs);
  });

  it('are refused whole with one sentence, and nothing of them stays', async () => {
    const files = await unzipped(await packedBySlug('sanctuary-in-cities'));
    const [before, json] = [await counts(), (name: string) => JSON.parse(String(files.get(name))) as object];
    const with_ = (name: string, content: string | Buffer) => zipped(new Map([...files, [name, content]]));
    const without = (name: string) => zipped(new Map([...files].filter(([one]) => one !== name)));
    const video = 'recordings/creating-sanctuary-policies/recording.mp4';
    for (const [zip, code, sentence] of [
      [Buffer.from('hello'), 'no-zip', /no zip/],
      [await with_('course.json', JSON.stringify({ ...json('course.json'), format: 2 })), 'version', /another format/],
      [await with_(video, Buffer.from('other')), 'hash', /another hash/],
      [await without(video), 'missing', /missing/],
      [await without('course.json'), 'no-course', /course/],
      [await with_('course.json', JSON.stringify({ ...json('course.json'), surprise: 1 })), 'file', /surprise/],
      [await with_('lessons/denver/en.md', 'no head'), 'file', /denver\/en\.md/],
      [
        await with_('course.json', String(files.get('course.json')).replace('Sanctuary', '\\u0000')),
        'file',
        /stored|title/,
      ],
    ] as const) {
      const problem = (await sendPackage(editor, zip).expect(422)).json(Problem);
      expect(problem).toMatchObject({ code: 'bad-package', title: expect.stringMatching(sentence) as string });
      expect(problem.fields?.[0]?.message).toBe(code);
    }
    await sendPackage(world.visitor(), await zipped(files)).expect(404);
    expect(await counts()).toEqual(before);
    expect(await kept()).toEqual([]);
  });

  it('are taken under an address that is free, by the one who sent them alone', async () => {
    const [slug = ''] = demo;
    const report = await lookInto(editor, await packedBySlug(slug));
    const before = await counts();
    const url = `/api/studio/packages/${report.id}/course`;
    expect((await editor.post(url, { slug }).expect(409)).json(Problem).code).toBe('conflict');
    await (await world.as('administrator')).post(url, { slug: 'other' }).expect(404);
    expect(await counts()).toEqual(before);
    await editor.post(url, { slug: 'another-one' }).expect(201);
    await editor.post(url, { slug: 'once-more' }).expect(404);
    expect((await course(await courseBySlug(editor, 'another-one'))).title.en).toBe('Knowing your city’s policies');
  });

  it('leave nothing behind where storing fails in the middle', async () => {
    const [slug = ''] = demo;
    const report = await lookInto(editor, await packedBySlug(slug));
    const before = await counts();
    await world.database.query(
      `CREATE FUNCTION stop_here() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE ''full''; END'`,
    );
    await world.database.query(
      `CREATE TRIGGER stop_here BEFORE INSERT ON item FOR EACH ROW WHEN (new.slug = 'practise') EXECUTE FUNCTION stop_here()`,
    );
    await editor.post(`/api/studio/packages/${report.id}/course`, { slug: 'half' }).expect(500);
    expect(await counts()).toEqual(before);
    await world.database.query('DROP TRIGGER stop_here ON item');
    await editor.post(`/api/studio/packages/${report.id}/course`, { slug: 'half' }).expect(201);
  });

  it('leave with their keys to those alone who may see the draft', async () => {
    const id = await courseBySlug(editor, 'sanctuary-in-cities');
    await world.visitor().get(`/api/studio/courses/${id}/package`).expect(404);
    await (await world.guest()).get(`/api/studio/courses/${id}/package`).expect(404);
    await (await world.as('author')).get(`/api/studio/courses/${id}/package`).expect(200);
    await editor.get(`/api/studio/courses/${id}/package?release=9`).expect(404);
  });
});
