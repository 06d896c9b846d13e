import {
  Company,
  CourseDetail,
  LessonDraft,
  type NewCourse,
  type OutlineChange,
  PublishPreview,
  ReleaseCard,
  StudioCourse,
} from '@haven/catalog/contract';
import { QuizCards } from '@haven/assessment/contract';
import { StudioRecordingCards } from '@haven/recordings/contract';
import { newId } from '@haven/shared/api';
import { Problem } from '@haven/shared/contract';
import { type Browser } from '../testing/browser';
import { paragraph } from '../testing/blocks';
import { openWorld, type World } from '../testing/world';

const given: NewCourse = {
  slug: 'know-your-rights',
  title: { en: 'Know your rights' },
  summary: { en: '' },
  topic: 'cities',
};

describe('making a course', () => {
  let world: World;
  let author: Browser;
  let editor: Browser;
  let course: StudioCourse;
  beforeEach(async () => {
    world = await openWorld();
    author = await world.as('author');
    editor = await world.as('editor');
    course = (await author.post('/api/studio/courses', given).expect(201)).json(StudioCourse);
  });
  afterEach(() => world.close());

  const url = () => `/api/studio/courses/${course.id}`;
  const send = (change: OutlineChange, read = course.version, who = author) =>
    who.post(`${url()}/outline`, change, { 'if-match': `"${read}"` });
  const change = async (next: OutlineChange, who = author) => {
    course = (await send(next, course.version, who).expect(200)).json(StudioCourse);
    return course;
  };
  const addModule = async (title: string) => {
    const module = newId();
    await change({ do: 'add-module', module, title: { en: title }, after: course.modules.at(-1)?.id ?? null });
    return module;
  };
  const addReading = async (module: string, title: string) => {
    const lesson = newId();
    const after = course.modules.find(({ id }) => id === module)?.lessons.at(-1)?.id ?? null;
    await change({ do: 'add-lesson', lesson, module, after, title: { en: title }, source: { kind: 'reading' } });
    return lesson;
  };
  const titles = () => course.modules.map(({ title, lessons }) => [title.en, ...lessons.map((row) => row.title.en)]);
  const preview = async () => (await editor.get(`${url()}/preview`).expect(200)).json(PublishPreview);

  it('begins with nothing but a title, and an address that is nobody else’s', async () => {
    expect(course).toMatchObject({ slug: given.slug, modules: [], status: { release: null, changes: 0 }, version: 1 });
    const refused = (await editor.post('/api/studio/courses', given).expect(409)).json(Problem);
    expect(refused).toMatchObject({ code: 'conflict', fields: [{ path: 'slug' }] });
    await world.visitor().get(`/api/courses/${given.slug}`).expect(404);
  });

  it('goes from nothing to a release that learners read', async () => {
    expect((await preview()).findings.map(({ code }) => code)).toEqual(['no-lessons']);
    const module = await addModule('The basics');
    const lesson = await addReading(module, 'At the door');
    expect(course.modules[0]?.lessons[0]).toMatchObject({
      slug: 'at-the-door',
      state: 'new',
      lacks: 'text',
      missingIn: ['es'],
    });
    expect((await preview()).findings.map(({ code }) => code)).toEqual(['empty-lesson', 'missing-translation']);
    const draft = (await author.get(`${url()}/lessons/${lesson}`).expect(200)).json(LessonDraft);
    const en = { ...draft.en, blocks: [paragraph('You need not open.')] };
    await author.put(`${url()}/lessons/${lesson}`, { en, es: null }, { 'if-match': `"${draft.version}"` }).expect(200);
    const { draft: name } = await preview();
    await editor.post(`${url()}/releases`, { draft: name, note: '' }).expect(201);
    const detail = (await world.visitor().get(`/api/courses/${given.slug}`).expect(200)).json(CourseDetail);
    expect(detail).toMatchObject({
      languages: ['en'],
      modules: [{ slug: 'the-basics', lessons: [{ slug: 'at-the-door' }] }],
    });
  });

  it('takes recordings of the library, quizzes that are there and new ones', async () => {
    const module = await addModule('All kinds');
    const [recording] = (await editor.get('/api/studio/recordings').expect(200)).json(StudioRecordingCards).items;
    const [quiz] = (await editor.get('/api/studio/quizzes').expect(200)).json(QuizCards).items;
    for (const source of [
      { kind: 'recording' as const, recording: recording?.id ?? '' },
      { kind: 'quiz' as const, quiz: quiz?.id ?? '' },
      { kind: 'quiz' as const, quiz: null },
    ])
      await change({ do: 'add-lesson', lesson: newId(), module, after: null, title: { en: 'One' }, source }, editor);
    expect(course.modules[0]?.lessons.map(({ slug, lacks }) => [slug, lacks])).toEqual([
      ['one-3', 'questions'],
      ['one-2', null],
      ['one', null],
    ]);
    const unknown = { kind: 'recording' as const, recording: newId() };
    await send({ do: 'add-lesson', lesson: newId(), module, after: null, title: { en: 'x' }, source: unknown }).expect(
      404,
    );
  });

  it('renames, moves, copies, takes out and brings back', async () => {
    const [first, second] = [await addModule('First'), await addModule('Second')];
    const a = await addReading(first, 'A');
    await addReading(first, 'B');
    await change({ do: 'move-lesson', lesson: a, module: second, after: null });
    await change({ do: 'rename-lesson', lesson: a, was: { en: 'A' }, title: { en: 'Alpha' } });
    await change({ do: 'rename-module', module: first, was: { en: 'First' }, title: { en: 'One', es: 'Uno' } });
    await change({ do: 'move-module', module: second, after: null });
    expect(titles()).toEqual([
      ['Second', 'Alpha'],
      ['One', 'B'],
    ]);
    await change({ do: 'duplicate-lesson', lesson: a, copy: newId(), title: { en: 'Alpha (copy)' } });
    const before = course.version;
    await change({ do: 'remove-module', module: second });
    expect(titles()).toEqual([['One', 'B']]);
    await change({ do: 'restore', what: second, from: before });
    expect(titles()).toEqual([
      ['Second', 'Alpha', 'Alpha (copy)'],
      ['One', 'B'],
    ]);
    const copies = [{ lesson: a, copy: newId() }];
    await change({ do: 'duplicate-module', module: second, copy: newId(), title: { en: 'Third' }, lessons: copies });
    expect(titles()[1]).toEqual(['Third', 'Alpha']);
    const { title, topic } = course;
    const was = { title, summary: { en: '' }, topic };
    await change({ do: 'describe', was, now: { ...was, title: { en: 'Your rights', es: 'Tus derechos' } } });
    expect(course.title).toEqual({ en: 'Your rights', es: 'Tus derechos' });
  });

  it('keeps what two people do at once, and undoes nothing that one of them has not seen', async () => {
    const module = await addModule('Shared');
    const lesson = await addReading(module, 'A');
    const seen = course.version;
    await change({ do: 'rename-lesson', lesson, was: { en: 'A' }, title: { en: 'Theirs' } }, editor);
    await addReading(module, 'New');
    const mine = { do: 'add-module', module: newId(), title: { en: 'Mine' }, after: module } as const;
    course = (await send(mine, seen).expect(200)).json(StudioCourse);
    expect(titles()).toEqual([['Shared', 'Theirs', 'New'], ['Mine']]);
    for (const unseen of [
      { do: 'rename-lesson', lesson, was: { en: 'A' }, title: { en: 'Also mine' } },
      { do: 'remove-module', module },
    ] as const)
      expect((await send(unseen, seen).expect(409)).json(Problem).code).toBe('stale');
    const again = (await send(mine, seen).expect(200)).json(StudioCourse);
    expect([again.version, again.modules]).toEqual([course.version, course.modules]);
    await author.post(`${url()}/outline`, mine).expect(400);
    await send(mine, course.version + 5).expect(409);
  });

  it('tells in the review which module was renamed and which lesson was moved, and nothing where all was put back', async () => {
    const module = await addModule('M');
    for (const title of ['A', 'B', 'C']) await addReading(module, title);
    for (const { id } of course.modules[0]?.lessons ?? []) {
      const en = { title: 'x', summary: '', blocks: [paragraph('Text.')] };
      await author.put(`${url()}/lessons/${id}`, { en, es: null }, { 'if-match': '"1"' }).expect(200);
    }
    await editor.post(`${url()}/releases`, { draft: (await preview()).draft, note: '' }).expect(201);
    const [a, , c] = course.modules[0]?.lessons ?? [];
    await change({ do: 'move-lesson', lesson: c?.id ?? '', module, after: null });
    expect((await preview()).changes).toEqual([expect.objectContaining({ lesson: c?.id, kind: 'moved' })]);
    await change({
      do: 'move-lesson',
      lesson: c?.id ?? '',
      module,
      after: course.modules[0]?.lessons.at(-1)?.id ?? '',
    });
    expect((await preview()).changes).toEqual([]);
    const nothing = await editor.post(`${url()}/releases`, { draft: (await preview()).draft, note: '' }).expect(409);
    expect(nothing.json(Problem).code).toBe('nothing-to-publish');
    await change({ do: 'rename-module', module, was: { en: 'M' }, title: { en: 'N' } });
    await change({ do: 'remove-lesson', lesson: a?.id ?? '' });
    const { changes, draft } = await preview();
    expect(changes).toEqual([
      expect.objectContaining({ lesson: null, changes: [{ what: 'module', locale: 'en', before: 'M', after: 'N' }] }),
      expect.objectContaining({ lesson: a?.id, kind: 'removed' }),
    ]);
    const card = (await editor.post(`${url()}/releases`, { draft, note: '' }).expect(201)).json(ReleaseCard);
    expect(card.number).toBe(2);
  });

  it('shows who else is here, for as long as they are', async () => {
    const lesson = await addReading(await addModule('M'), 'A');
    await author.put(`${url()}/presence`, { lesson }).expect(200);
    const company = async () => (await editor.put(`${url()}/presence`, { lesson: null }).expect(200)).json(Company);
    expect(await company()).toEqual({
      version: course.version,
      people: [{ name: world.account('author').name, lesson }],
    });
    world.clock.forward(20_000);
    expect((await company()).people).toEqual([]);
    world.clock.forward(60_000);
    await company();
    expect(await world.database.query('SELECT 1 FROM presence')).toHaveLength(1);
  });

  it('is nobody’s business but the author’s and the editors’', async () => {
    const other = (await editor.post('/api/studio/courses', { ...given, slug: 'other' }).expect(201)).json(
      StudioCourse,
    );
    await author.put(`/api/studio/courses/${other.id}/presence`, { lesson: null }).expect(404);
    for (const stranger of [world.visitor(), await world.as('learner')]) {
      await stranger.post('/api/studio/courses', { ...given, slug: 'mine' }).expect(404);
      await stranger.put(`${url()}/presence`, { lesson: null }).expect(404);
    }
  });
});
