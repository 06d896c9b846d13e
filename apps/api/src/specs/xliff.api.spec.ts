import { SectionTranslation, XliffReport } from '@haven/catalog/contract';
import { Problem } from '@haven/shared/contract';
import { type Browser } from '../testing/browser';
import { SmallCourse } from '../testing/small-course';
import { openWorld, type World } from '../testing/world';

describe('translations as files', () => {
  let world: World;
  let editor: Browser;
  let course: SmallCourse;
  let lesson: string;
  let url: string;
  beforeEach(async () => {
    world = await openWorld();
    editor = await world.as('editor');
    course = await SmallCourse.begin(editor, world.visitor(), []);
    lesson = await course.add('A lesson');
    url = `/api/studio/courses/${course.id}`;
  });
  afterEach(() => world.close());

  const file = async (query = '') => (await editor.get(`${url}/xliff${query}`).expect(200)).text;
  const send = (kind: 'previews' | 'imports', text: string, by = editor) => {
    const bytes = Buffer.from(text);
    const headers = { 'content-type': 'application/octet-stream', 'content-length': String(bytes.length) };
    return by.send('POST', `${url}/xliff-${kind}`, bytes, headers);
  };
  const report = async (kind: 'previews' | 'imports', text: string) => (await send(kind, text)).json(XliffReport);
  const parts = async (item = lesson) =>
    (await editor.get(`${url}/translation/${item}`).expect(200)).json(SectionTranslation).parts;
  const states = async (item = lesson) => (await parts(item)).map(({ state }) => state);
  /** As a translator would: every source has a target. */
  const translated = (xml: string, state = 'translated') =>
    xml.replace(
      /state="initial"><source>(.*?)<\/source>/g,
      `state="${state}"><source>$1</source><target>es $1</target>`,
    );

  it('go out and come in: shown first, then taken, then the same', async () => {
    const xml = translated(await file());
    const shown = await report('previews', xml);
    expect(shown.counts).toMatchObject({ new: 4, left: 0, same: 0 });
    expect(shown.units).toContainEqual(
      expect.objectContaining({ item: lesson, source: 'A lesson', text: 'es A lesson' }),
    );
    expect(await states()).toEqual(['missing', 'missing']);
    expect(await report('imports', xml)).toEqual(shown);
    expect([...(await states()), ...(await states(course.id))]).toEqual(['draft', 'draft', 'draft', 'draft']);
    expect((await course.read(lesson)).es?.title).toBe('es A lesson');
    expect(await file()).toBe(xml);
    expect((await report('imports', xml)).counts).toMatchObject({ same: 4, new: 0 });
    const final = xml.replaceAll('state="translated"', 'state="final"');
    expect((await report('imports', final)).counts).toMatchObject({ reviewed: 4 });
    expect(await file()).toBe(xml.replaceAll('state="translated"', 'state="reviewed"'));
  });

  it('are of one lesson where one is asked for', async () => {
    const one = await file(`?item=${lesson}`);
    expect(one).toContain(`<file id="${lesson}"`);
    expect(one).not.toContain(`<file id="${course.id}"`);
    await editor.get(`${url}/xliff?item=0192aaaa-0000-7000-8000-000000000000`).expect(404);
  });

  it('lose nothing of what changed meanwhile', async () => {
    const xml = translated(await file());
    const { modules, version } = await course.outline();
    const change = { do: 'rename-lesson', lesson, was: modules[0]?.lessons[0]?.title, title: { en: 'Another' } };
    await editor.post(`${url}/outline`, change, { 'if-match': `"${version}"` }).expect(200);
    expect((await report('imports', xml)).counts).toMatchObject({ new: 3, outdated: 1 });
    expect((await parts())[0]).toMatchObject({ state: 'outdated', text: 'es A lesson', before: 'A lesson' });
    const again = await file();
    expect(again).toContain('<note category="english-before">A lesson</note>');
    expect((await report('imports', again)).counts).toMatchObject({ same: 4 });
  });

  it('are refused whole and change nothing where they cannot be read', async () => {
    const xml = translated(await file());
    const other = await SmallCourse.begin(editor, world.visitor(), []);
    for (const [bad, reason] of [
      ['no XML', 'malformed'],
      [xml.replace('<xliff', '<!DOCTYPE x [<!ENTITY a "&a;&a;">]><xliff'), 'doctype'],
      [xml.slice(0, -30), 'malformed'],
      [xml.replaceAll(course.id, other.id), 'course'],
    ] as const)
      for (const kind of ['previews', 'imports'] as const) {
        const answer = await send(kind, bad);
        expect(answer.status).toBe(422);
        expect(answer.json(Problem).fields).toEqual([{ path: 'file', message: reason }]);
      }
    expect(await states()).toEqual(['missing', 'missing']);
  });

  it('reach the questions of a quiz, and leave the rest of them as it was', async () => {
    const [row] = await world.database.query<{ id: string; quiz: string }[]>(
      `SELECT c.id, v.content->>'quiz' AS quiz FROM course c JOIN item i ON i.course_id = c.id JOIN item_version v ON v.item_id = i.id
        WHERE c.slug = 'sanctuary-in-cities' AND v.content->>'quiz' IS NOT NULL LIMIT 1`,
    );
    url = `/api/studio/courses/${row?.id}`;
    const before = await editor.get(`/api/studio/quizzes/${row?.quiz}`).expect(200);
    const xml = await file();
    expect((await report('imports', xml)).counts).toMatchObject({ new: 0, replaced: 0, left: 0, outdated: 0 });
    expect((await editor.get(`/api/studio/quizzes/${row?.quiz}`).expect(200)).text).toBe(before.text);
    const edited = xml.replace(/(<unit id="[0-9a-f-]{36}\.prompt">[\s\S]*?<target>)[^<]*/, '$1¿Otra pregunta?');
    expect((await report('imports', edited)).counts).toMatchObject({ replaced: 1, left: 0 });
    expect((await editor.get(`/api/studio/quizzes/${row?.quiz}`).expect(200)).text).toContain('¿Otra pregunta?');
  });

  it('are not there for the author of another course', async () => {
    const author = await world.as('author');
    const xml = await file();
    await author.get(`${url}/xliff`).expect(404);
    expect((await send('previews', xml, author)).status).toBe(404);
    expect((await send('imports', xml, author)).status).toBe(404);
    expect((await send('imports', 'no XML', author)).status).toBe(404);
  });
});
