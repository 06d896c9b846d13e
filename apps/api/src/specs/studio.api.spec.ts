import { QuestionDraft, QuizDraft } from '@haven/assessment/contract';
import {
  CourseDetail,
  LessonDetail,
  LessonDraft,
  PublishPreview,
  ReleaseCards,
  StudioCourse,
  StudioCourseCards,
} from '@haven/catalog/contract';
import { CourseProgress } from '@haven/learning/contract';
import { newId } from '@haven/shared/api';
import { Problem } from '@haven/shared/contract';
import { paragraph } from '../testing/blocks';
import { type Browser } from '../testing/browser';
import { openWorld, type World } from '../testing/world';

const slug = 'sanctuary-in-cities';

describe('the studio', () => {
  let world: World;
  let editor: Browser;
  let course: StudioCourse;
  beforeEach(async () => {
    world = await openWorld();
    editor = await world.as('editor');
    const { items } = (await editor.get('/api/studio/courses').expect(200)).json(StudioCourseCards);
    course = await outline(items.find((item) => item.slug === slug)?.id);
  });
  afterEach(() => world.close());

  const outline = async (id: string | undefined) =>
    (await editor.get(`/api/studio/courses/${id}`).expect(200)).json(StudioCourse);
  const lessonNamed = (name: string) => {
    const lesson = course.modules.flatMap((module) => module.lessons).find((one) => one.slug === name);
    if (!lesson) throw new Error(`no lesson ${name}`);
    return lesson;
  };
  const draftUrl = (name: string) => `/api/studio/courses/${course.id}/lessons/${lessonNamed(name).id}`;
  const draftOf = async (name: string) => (await editor.get(draftUrl(name)).expect(200)).json(LessonDraft);
  const preview = async () =>
    (await editor.get(`/api/studio/courses/${course.id}/preview`).expect(200)).json(PublishPreview);
  const publish = (draft: string, by = editor) =>
    by.post(`/api/studio/courses/${course.id}/releases`, { draft, note: 'A correction' });
  const seen = async (name: string) =>
    (await world.visitor().get(`/api/courses/${slug}/lessons/${name}`).expect(200)).json(LessonDetail);
  const retitle = async (title: string) => {
    const { version, en, es } = await draftOf('why-trust-matters');
    return editor.put(draftUrl('why-trust-matters'), { en: { ...en, title }, es }, { 'if-match': `"${version}"` });
  };

  it('starts with a draft that is what everyone sees', async () => {
    expect(course.status).toMatchObject({ release: { number: 1, note: 'First release' }, changes: 0 });
    expect(course.modules.flatMap((module) => module.lessons).every((lesson) => lesson.state === 'published')).toBe(
      true,
    );
    const { draft } = await preview();
    expect((await publish(draft).expect(409)).json(Problem).code).toBe('nothing-to-publish');
  });

  it('shows a change to the editor at once, and to learners when it is published, progress kept', async () => {
    const guest = await world.guest();
    await guest.put(`/api/enrolments/${slug}/lessons/why-trust-matters/read`).expect(200);
    const before = await seen('why-trust-matters');
    await retitle('Why trust comes first');
    expect((await seen('why-trust-matters')).title).toEqual(before.title);
    expect((await outline(course.id)).status.changes).toBe(1);

    const { draft, changes } = await preview();
    expect(changes).toEqual([
      expect.objectContaining({
        lesson: lessonNamed('why-trust-matters').id,
        kind: 'changed',
        changes: [{ what: 'title', locale: 'en', before: before.title.en, after: 'Why trust comes first' }],
      }),
    ]);
    await publish(draft).expect(201);
    expect((await seen('why-trust-matters')).title.en).toBe('Why trust comes first');
    const detail = (await world.visitor().get(`/api/courses/${slug}`).expect(200)).json(CourseDetail);
    expect(detail.release.number).toBe(2);
    const progress = (await guest.get(`/api/enrolments/${slug}`).expect(200)).json(CourseProgress);
    expect(progress.lessons[0]).toMatchObject({ evidence: { kind: 'read' } });
    const releases = (await editor.get(`/api/studio/courses/${course.id}/releases`).expect(200)).json(ReleaseCards);
    expect(releases.items.map(({ number, state, by }) => ({ number, state, by }))).toEqual([
      { number: 2, state: 'current', by: world.account('editor').name },
      { number: 1, state: 'past', by: world.account('editor').name },
    ]);
  });

  it('says that the Spanish is behind when only the English changed, and not when both did', async () => {
    const { version, en, es } = await draftOf('why-trust-matters');
    const url = draftUrl('why-trust-matters');
    const first = { en: { ...en, blocks: [...en.blocks, paragraph('One more line.')] }, es };
    await editor.put(url, first, { 'if-match': `"${version}"` }).expect(200);
    expect((await preview()).findings).toEqual([
      expect.objectContaining({ code: 'stale-translation', level: 'warning' }),
    ]);
    const both = { en: first.en, es: es && { ...es, blocks: [...es.blocks, paragraph('Una línea más.')] } };
    await editor.put(url, both, { 'if-match': `"${version + 1}"` }).expect(200);
    expect((await preview()).findings).toEqual([]);
  });

  it('shows a changed question to new attempts only after publishing', async () => {
    const quizId = lessonNamed('check-what-you-know').quiz;
    const quiz = (await editor.get(`/api/studio/quizzes/${quizId}`).expect(200)).json(QuizDraft);
    const [question] = quiz.questions;
    if (!question) throw new Error('no question');
    const content = { ...question.content, prompt: { ...question.content.prompt, en: 'A clearer question?' } };
    await editor
      .put(`/api/studio/questions/${question.id}`, content, { 'if-match': `"${question.version}"` })
      .expect(200);
    const attempts = `/api/enrolments/${slug}/lessons/check-what-you-know/attempts`;
    expect((await (await world.guest()).post(attempts).expect(200)).text).not.toContain('A clearer question?');
    const { draft, changes } = await preview();
    expect(changes[0]?.changes).toEqual([
      { what: 'prompt', locale: 'en', before: question.content.prompt.en, after: 'A clearer question?' },
    ]);
    await publish(draft).expect(201);
    expect((await (await world.guest()).post(attempts).expect(200)).text).toContain('A clearer question?');
  });

  it('adds a question to a draft; it cannot be published before it points at its evidence', async () => {
    const quizId = lessonNamed('check-what-you-know').quiz;
    const content = {
      kind: 'true-false',
      prompt: { en: 'Is it so?', es: '¿Es así?' },
      truth: true,
      explanation: { en: 'It is.', es: 'Lo es.' },
      evidence: null,
    };
    const added = (await editor.post(`/api/studio/quizzes/${quizId}/questions`, content).expect(200)).json(
      QuestionDraft,
    );
    expect(added).toMatchObject({ version: 1, content });
    const blocked = await preview();
    expect(blocked.findings).toContainEqual(expect.objectContaining({ code: 'no-evidence', level: 'blocking' }));
    const evident = { ...content, evidence: 'lesson:why-trust-matters' };
    await editor.put(`/api/studio/questions/${added.id}`, evident, { 'if-match': '"1"' }).expect(200);
    await editor.put(`/api/studio/questions/${added.id}/state`, { ready: true }, { 'if-match': '"2"' }).expect(200);
    await publish((await preview()).draft).expect(201);
    const attempts = `/api/enrolments/${slug}/lessons/check-what-you-know/attempts`;
    expect((await (await world.guest()).post(attempts).expect(200)).text).toContain('Is it so?');
  });

  it('overwrites nobody: a second editor with an older version is told, and loses nothing', async () => {
    const { version, en, es } = await draftOf('why-trust-matters');
    await editor
      .put(draftUrl('why-trust-matters'), { en: { ...en, title: 'Mine' }, es }, { 'if-match': `"${version}"` })
      .expect(200);
    const second = await world.as('administrator');
    const refused = await second
      .put(draftUrl('why-trust-matters'), { en: { ...en, title: 'Theirs' }, es }, { 'if-match': `"${version}"` })
      .expect(409);
    expect(refused.json(Problem).code).toBe('stale');
    expect((await draftOf('why-trust-matters')).en.title).toBe('Mine');
    await second.put(draftUrl('why-trust-matters'), { en, es }).expect(400);
  });

  it('publishes only what was reviewed', async () => {
    await retitle('First');
    const { draft } = await preview();
    await retitle('Second');
    expect((await publish(draft).expect(409)).json(Problem).code).toBe('stale');
  });

  it('refuses to publish a link that leads nowhere and an empty lesson', async () => {
    const { version, en, es } = await draftOf('why-trust-matters');
    const url = draftUrl('why-trust-matters');
    await editor
      .put(url, { en: { ...en, blocks: [paragraph('x', 'lesson:no-such')] }, es }, { 'if-match': `"${version}"` })
      .expect(200);
    const { draft, findings } = await preview();
    expect(findings.map((finding) => finding.code)).toContain('broken-link');
    expect((await publish(draft).expect(409)).json(Problem)).toMatchObject({
      code: 'not-publishable',
      fields: [expect.objectContaining({ path: lessonNamed('why-trust-matters').id })],
    });
  });

  it('knows whether a moment is in a recording of the course, and shows it to learners', async () => {
    const write = async (lesson: string, to: number) => {
      const { version, en } = await draftOf('why-trust-matters');
      const moment = { type: 'moment' as const, id: 'moment1', label: 'How it began', lesson, range: [1, to] as const };
      const blocks = [...en.blocks.filter(({ id }) => id !== moment.id), moment];
      await editor
        .put(draftUrl('why-trust-matters'), { en: { ...en, blocks }, es: null }, { 'if-match': `"${version}"` })
        .expect(200);
      return (await preview()).findings.map(({ code }) => code);
    };
    expect(await write('webinar', 9)).not.toContain('broken-moment');
    await publish((await preview()).draft).expect(201);
    expect((await seen('why-trust-matters')).body.en.at(-1)).toMatchObject({ type: 'moment', range: [1, 9] });
    expect(await write('webinar', 5940)).toContain('broken-moment');
    expect(await write('check-what-you-know', 9)).toContain('broken-moment');
  });

  it('lets an author edit but not publish, and hides the draft from everyone else as if it were not there', async () => {
    const author = await world.as('author');
    await author.get(draftUrl('why-trust-matters')).expect(200);
    await retitle('By the editor');
    const { draft } = await preview();
    await publish(draft, author).expect(404);
    for (const stranger of [
      world.visitor(),
      await world.guest(),
      await world.as('learner'),
      await world.as('facilitator'),
    ]) {
      const [hidden, absent] = [
        await stranger.get(draftUrl('why-trust-matters')),
        await stranger.get(`/api/studio/courses/${newId()}`),
      ];
      expect(hidden.status).toBe(404);
      expect(hidden.text).toBe(absent.text);
    }
  });

  it('serves the media of a published recording in ranges, and no key with it', async () => {
    const { recording } = await seen('webinar');
    const list = await world
      .visitor()
      .get(recording?.hls ?? '')
      .expect(200);
    expect(list.text).toContain('source.m3u8');
    const segments = (recording?.hls ?? '').replace('main.m3u8', 'source.m4s');
    const part = await world.visitor().get(segments, { range: 'bytes=0-99' }).expect(206);
    expect(part.headers).toMatchObject({ 'content-length': '100', 'accept-ranges': 'bytes' });
    await world.visitor().get(segments, { range: 'bytes=999999999-' }).expect(416);
    await world.database.query('UPDATE timeline SET published = false');
    await world.visitor().get(segments).expect(404);
    await editor.get(segments).expect(200);
  });
});
