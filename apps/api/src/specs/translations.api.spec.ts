import { QuestionDraft } from '@haven/assessment/contract';
import {
  CourseTranslation,
  LessonDraft,
  type PartText,
  SectionTranslation,
  StudioCourse,
  StudioCourseCards,
  TranslationPart,
} from '@haven/catalog/contract';
import { type Block, Problem } from '@haven/shared/contract';
import { paragraph } from '../testing/blocks';
import { type Browser } from '../testing/browser';
import { SmallCourse } from '../testing/small-course';
import { openWorld, type World } from '../testing/world';

describe('the translation of a course', () => {
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
    url = `/api/studio/courses/${course.id}/translation`;
  });
  afterEach(() => world.close());

  const section = async (item = lesson) => (await editor.get(`${url}/${item}`).expect(200)).json(SectionTranslation);
  const part = async (match: (part: TranslationPart) => boolean, item = lesson) => {
    const found = (await section(item)).parts.find(match);
    if (!found) throw new Error('no such part');
    return found;
  };
  const title = (item = lesson) => part(({ key }) => key === '@title', item);
  const text = () => part(({ key }) => !key.startsWith('@'));
  const put = (edit: object, item = lesson, by = editor) => by.put(`${url}/${item}`, edit);
  const translate = async ({ key, of, words }: TranslationPart, to: PartText | null, item = lesson) =>
    (await put({ key, of, was: words, text: to }, item).expect(200)).json(TranslationPart);
  const review = ({ key, of, words }: TranslationPart, reviewed = true, item = lesson) =>
    editor.put(`${url}/${item}/review`, { key, of, words, reviewed });
  const counts = async () =>
    (await editor.get(url).expect(200)).json(CourseTranslation).sections.map((one) => one.counts);
  const spanish = ({ source }: TranslationPart, words: string): Block => ({
    ...paragraph(words),
    id: typeof source === 'string' ? '' : source.id,
  });

  it('tells what there is to translate, in sections, and how it stands', async () => {
    const { sections, title: name } = (await editor.get(url).expect(200)).json(CourseTranslation);
    expect(name).toEqual({ en: 'A small course' });
    expect(sections).toEqual([
      expect.objectContaining({
        item: course.id,
        kind: 'course',
        counts: { missing: 2, draft: 0, reviewed: 0, outdated: 0 },
      }),
      expect.objectContaining({
        item: lesson,
        kind: 'reading',
        counts: { missing: 2, draft: 0, reviewed: 0, outdated: 0 },
      }),
    ]);
    expect((await section(course.id)).parts.map(({ source }) => source)).toEqual(['A small course', 'Only']);
  });

  it('takes a lesson part by part: missing, draft, reviewed, and out of date with the English that it was made from', async () => {
    const before = await text();
    expect(before).toMatchObject({ state: 'missing', text: null, words: null, before: null });
    const draft = await translate(before, spanish(before, 'El primer texto.'));
    expect(draft).toMatchObject({ state: 'draft', source: before.source });
    // The title is not translated yet: nobody may take the English that stands there for Spanish.
    expect((await title()).state).toBe('missing');
    const read = (await review(draft).expect(200)).json(TranslationPart);
    expect(read.state).toBe('reviewed');
    await course.write(lesson, 'A lesson', 'Another text.');
    const after = await text();
    // The editor gave the paragraph another id: what is new has no translation.
    expect(after.state).toBe('missing');
    await translate(after, spanish(after, 'Otro texto.'));
    const { version, en, es } = await course.read(lesson);
    const [block] = en.blocks;
    const edit = { en: { ...en, blocks: [{ ...paragraph('A better text.'), id: block?.id }] }, es };
    await editor
      .put(`/api/studio/courses/${course.id}/lessons/${lesson}`, edit, { 'if-match': `"${version}"` })
      .expect(200);
    const behind = await text();
    expect(behind).toMatchObject({ state: 'outdated', before: 'Another text.' });
    expect((await counts())[1]).toEqual({ missing: 1, draft: 0, reviewed: 0, outdated: 1 });
    // Still right: that is said of both as they are.
    expect((await review(behind).expect(200)).json(TranslationPart)).toMatchObject({ state: 'reviewed', before: null });
    const reviewed = await text();
    expect((await translate(reviewed, spanish(reviewed, 'Un texto mejor.'))).state).toBe('draft');
    expect((await translate(await text(), null)).state).toBe('missing');
  });

  it('loses nothing of two people: different parts both, of the same part the second is told', async () => {
    const [one, other] = [await text(), await title()];
    await Promise.all([translate(one, spanish(one, 'Un texto.')), translate(other, 'Una lección')]);
    expect((await course.read(lesson)).es).toMatchObject({ title: 'Una lección', blocks: [{ id: one.key }] });
    const late = { key: other.key, of: other.of, was: other.words, text: 'Otra lección' };
    expect((await put(late).expect(409)).json(Problem).code).toBe('stale');
    // What arrives twice is there already.
    await put({ ...late, text: 'Una lección' }).expect(200);
    expect((await title()).text).toBe('Una lección');
  });

  it('keeps what was written beside an English that changed meanwhile, as out of date', async () => {
    const { key, of, words } = await title();
    const { modules, version } = await course.outline();
    const was = modules[0]?.lessons[0]?.title;
    const change = { do: 'rename-lesson', lesson, was, title: { en: 'A new name' } };
    await editor.post(`/api/studio/courses/${course.id}/outline`, change, { 'if-match': `"${version}"` }).expect(200);
    const saved = (await put({ key, of, was: words, text: 'Una lección' }).expect(200)).json(TranslationPart);
    expect(saved).toMatchObject({ state: 'outdated', text: 'Una lección', before: 'A lesson' });
    expect((await review({ ...saved, of }).expect(409)).json(Problem).code).toBe('stale');
  });

  it('ties the words of a course to their English', async () => {
    const before = await title(course.id);
    const draft = await translate(before, 'Un curso', course.id);
    await review(draft, true, course.id).expect(200);
    expect((await title(course.id)).state).toBe('reviewed');
    const { version, title: old, summary, topic } = await course.outline();
    const was = { title: old, summary, topic };
    const change = { do: 'describe', was, now: { ...was, title: { ...old, en: 'A course' } } };
    await editor.post(`/api/studio/courses/${course.id}/outline`, change, { 'if-match': `"${version}"` }).expect(200);
    expect(await title(course.id)).toMatchObject({ state: 'outdated', before: 'A small course', text: 'Un curso' });
  });

  it('marks what was read without making news of it', async () => {
    const missing = await title();
    await translate(missing, 'Una lección');
    await course.publish();
    await review(await title()).expect(200);
    expect((await course.outline()).status.changes).toBe(0);
    const { draft, impact } = await course.preview();
    expect(impact).toMatchObject({ added: 0, changed: 0 });
    const refused = await editor.post(`/api/studio/courses/${course.id}/releases`, { draft, note: '' }).expect(409);
    expect(refused.json(Problem).code).toBe('nothing-to-publish');
  });

  it('refuses what is no translation of the part', async () => {
    const [line, block] = [await title(), await text()];
    const edit = (of: TranslationPart, to: unknown) => put({ key: of.key, of: of.of, was: of.words, text: to });
    await edit(line, paragraph('No')).expect(400);
    await edit(block, 'No').expect(400);
    await edit(block, { ...spanish(block, 'No'), id: 'another' }).expect(400);
    await edit(line, 'x'.repeat(201)).expect(400);
    await edit({ ...line, key: 'nothing' }, 'No').expect(404);
    expect((await counts())[1]).toEqual({ missing: 2, draft: 0, reviewed: 0, outdated: 0 });
  });

  it('reaches the questions of a quiz', async () => {
    const { items } = (await editor.get('/api/studio/courses').expect(200)).json(StudioCourseCards);
    const id = items.find(({ slug }) => slug === 'sanctuary-in-cities')?.id ?? '';
    const { modules } = (await editor.get(`/api/studio/courses/${id}`).expect(200)).json(StudioCourse);
    const quiz = modules.flatMap(({ lessons }) => lessons).find((one) => one.quiz);
    url = `/api/studio/courses/${id}/translation`;
    const item = quiz?.id ?? '';
    const prompt = () => part(({ key }) => key.endsWith('.prompt'), item);
    const before = await prompt();
    expect(before.state).toBe('draft');
    const edited = await translate(before, '¿Cuál es la pregunta?', item);
    expect(edited).toMatchObject({ state: 'draft', text: '¿Cuál es la pregunta?' });
    expect((await review(edited, true, item).expect(200)).json(TranslationPart).state).toBe('reviewed');
    const question = before.key.slice(0, 36);
    const [row] = await world.database.query<{ number: number; content: QuestionDraft['content'] }[]>(
      'SELECT number, content FROM question_version WHERE question_id = $1 ORDER BY number DESC LIMIT 1',
      [question],
    );
    if (!row) throw new Error('no question');
    const content = { ...row.content, prompt: { ...row.content.prompt, en: 'Which question is it?' } };
    await editor.put(`/api/studio/questions/${question}`, content, { 'if-match': `"${row.number}"` }).expect(200);
    expect(await prompt()).toMatchObject({ state: 'outdated', before: before.source });
  });

  it('is not there for the author of another course', async () => {
    const author = await world.as('author');
    const { key, of, words } = await title();
    const there = await author.get(`${url}/${lesson}`).expect(404);
    const nowhere = await author.get(`/api/studio/courses/${lesson}/translation/${lesson}`).expect(404);
    expect(there.text).toBe(nowhere.text);
    await author.get(url).expect(404);
    await put({ key, of, was: words, text: 'No' }, lesson, author).expect(404);
    await author.put(`${url}/${lesson}/review`, { key, of, words: of, reviewed: true }).expect(404);
    expect((await editor.get(`/api/studio/courses/${course.id}/lessons/${lesson}`)).json(LessonDraft).es).toBeNull();
  });
});
