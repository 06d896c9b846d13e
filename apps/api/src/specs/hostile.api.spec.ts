import { AttemptDetail } from '@haven/assessment/contract';
import { LessonDetail, LessonDraft, PublishPreview, StudioCourse, StudioCourseCards } from '@haven/catalog/contract';
import { Sessions } from '@haven/identity/api';
import { CourseProgress } from '@haven/learning/contract';
import { newId } from '@haven/shared/api';
import { optionIds } from '../testing/answers';
import { paragraph } from '../testing/blocks';
import { openWorld, type World } from '../testing/world';

const slug = 'sanctuary-in-cities';
const quiz = `/api/enrolments/${slug}/lessons/check-what-you-know/attempts`;

describe('against haste and malice', () => {
  let world: World;
  beforeAll(async () => void (world = await openWorld()));
  afterAll(() => world.close());

  it('completes the course when the last lessons are finished at the same moment', async () => {
    for (let n = 0; n < 5; n++) {
      const guest = await world.guest('knowing-your-citys-policies');
      const base = '/api/enrolments/knowing-your-citys-policies';
      const { lessons } = (await guest.get(base).expect(200)).json(CourseProgress);
      const readings = lessons.filter((lesson) => lesson.missing?.kind === 'read');
      const attempt = (await guest.post(`${base}/lessons/check-what-you-know/attempts`).expect(200)).json(
        AttemptDetail,
      );
      await world.database.query(`UPDATE attempt SET submitted_at = now(), credit = 5, passed = true WHERE id = $1`, [
        attempt.id,
      ]);
      const practice = (await guest.post(`${base}/lessons/practise/attempts`).expect(200)).json(AttemptDetail);
      await guest.post(`/api/attempts/${practice.id}/submission`).expect(200);
      await Promise.all(readings.map((lesson) => guest.put(`${base}/lessons/${lesson.slug}/read`).expect(200)));
      expect((await guest.get(base).expect(200)).json(CourseProgress)).toMatchObject({
        completedAt: expect.any(String) as string,
      });
    }
  });

  it.each([
    ['a NUL in a search', '/api/courses?q=%00'],
    ['a NUL in a page key', '/api/courses?after=%00'],
    ['a property of every object as a file', null],
  ])('answers %s without failing', async (_, url) => {
    const { recording } = (await world.visitor().get(`/api/courses/${slug}/lessons/webinar`).expect(200)).json(
      LessonDetail,
    );
    const answer = await world.visitor().get(url ?? (recording?.hls ?? '').replace('main.m3u8', 'constructor'));
    expect([400, 404]).toContain(answer.status);
  });

  it('makes no guest for a course that does not exist', async () => {
    const count = async () =>
      (await world.database.query<{ n: number }[]>('SELECT count(*)::int AS n FROM person'))[0]?.n;
    const before = await count();
    const answer = await world.visitor().post('/api/enrolments', { course: 'no-such-course' }).expect(404);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(await count()).toBe(before);
  });

  it('says nothing is saved that is not: an answer id that another attempt holds', async () => {
    const [first, second] = [await world.guest(), await world.guest()];
    const [a, b] = [(await first.post(quiz)).json(AttemptDetail), (await second.post(quiz)).json(AttemptDetail)];
    const response = { id: newId(), question: a.questions[0]?.id, answer: [], seq: 1, at: new Date().toISOString() };
    await first.post(`/api/attempts/${a.id}/responses`, { responses: [response] }).expect(200);
    await second.post(`/api/attempts/${b.id}/responses`, { responses: [response] }).expect(409);
    await second
      .post(`/api/attempts/${b.id}/responses`, { responses: [{ ...response, id: newId(), seq: 3e9 }] })
      .expect(400);
  });

  it('counts the later of two answers that two tabs gave under the same number', async () => {
    const guest = await world.guest();
    const attempt = (await guest.post(quiz)).json(AttemptDetail);
    const [question] = attempt.questions;
    const options = optionIds(question);
    const at = (second: number) => new Date(Date.UTC(2026, 10, 23, 12, 0, second)).toISOString();
    const answer = (n: number) => ({ id: newId(), question: question?.id, answer: [options[n]], seq: 1, at: at(n) });
    await guest.post(`/api/attempts/${attempt.id}/responses`, { responses: [answer(1), answer(0)] }).expect(200);
    const { responses } = (await guest.get(`/api/attempts/${attempt.id}`).expect(200)).json(AttemptDetail);
    expect(responses).toEqual([expect.objectContaining({ answer: [options[1]] })]);
  });

  it('hands over what another tab saved for the guest after the sign-in, before the guest is deleted', async () => {
    const guest = await world.guest();
    const tab = guest.twin();
    const [row] = await world.database.query<{ id: string }[]>(
      `SELECT id FROM person WHERE role = 'guest' ORDER BY id DESC LIMIT 1`,
    );
    const { email, password } = world.account('learner', 3);
    await guest.post('/api/session', { email, password }).expect(200);
    const { recording } = (await tab.get(`/api/courses/${slug}/lessons/webinar`)).json(LessonDetail);
    await world.database.query(
      `INSERT INTO coverage (person_id, recording_id, rev, seen, watched_s, position) VALUES ($1, $2, 1, '{[100,150)}', 50, 150)`,
      [row?.id, recording?.id],
    );
    await world.app.get(Sessions).expire();
    await world.app.get(Sessions).expire();
    const { lessons } = (await guest.get(`/api/enrolments/${slug}`).expect(200)).json(CourseProgress);
    expect(lessons.find((lesson) => lesson.slug === 'webinar')?.missing).toMatchObject({ covered: 50 });
    expect(await world.database.query('SELECT 1 FROM person WHERE id = $1', [row?.id])).toEqual([]);
  });

  describe('in the studio', () => {
    const open = async () => {
      const editor = await world.as('editor');
      const { items } = (await editor.get('/api/studio/courses').expect(200)).json(StudioCourseCards);
      const id = items.find((item) => item.slug === slug)?.id ?? '';
      const course = (await editor.get(`/api/studio/courses/${id}`).expect(200)).json(StudioCourse);
      const lessons = course.modules.flatMap((module) => module.lessons);
      const url = `/api/studio/courses/${id}/lessons/${lessons[0]?.id}`;
      return { editor, id, lessons, url, draft: (await editor.get(url).expect(200)).json(LessonDraft) };
    };

    const long = 'a'.repeat(20_000);
    it.each([
      ['an empty quote', [{ type: 'quote', id: 'x', content: [] }]],
      ['more items than a list can hold', [{ type: 'list', id: 'x', ordered: false, items: Array(300).fill([]) }]],
      ['more words than a lesson can hold', Array.from({ length: 11 }, () => paragraph(long))],
      ['more parts than a lesson can hold', Array.from({ length: 501 }, () => paragraph('x'))],
      ['half a character', [paragraph('\ud800')]],
      ['a character that cannot be stored', [paragraph('a\0b')]],
      ['what it does not know', [{ ...paragraph('x'), onclick: 'alert(1)' }]],
    ])('refuses %s and can still be opened', async (_, blocks) => {
      const { editor, url, draft } = await open();
      const edit = { en: { ...draft.en, blocks }, es: draft.es };
      await editor.put(url, edit, { 'if-match': `"${draft.version}"` }).expect(400);
      await editor.get(url).expect(200);
    });

    it('keeps a translation marked as behind when English paragraphs are exchanged', async () => {
      const { editor, id, url, draft } = await open();
      const blocks = [...draft.en.blocks.slice(1), paragraph('A new last paragraph.')];
      await editor
        .put(url, { en: { ...draft.en, blocks }, es: draft.es }, { 'if-match': `"${draft.version}"` })
        .expect(200);
      const { findings } = (await editor.get(`/api/studio/courses/${id}/preview`).expect(200)).json(PublishPreview);
      expect(findings.map((finding) => finding.code)).toContain('stale-translation');
    });
  });
});
