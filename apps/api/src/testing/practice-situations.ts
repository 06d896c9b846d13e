import { PracticeSheet, TimeCode } from '@haven/assessment/contract';
import { newId } from '@haven/shared/api';
import { type Situation, someone } from './situation';
import { type World } from './world';

/** Extra time, and practice as it travels to devices and comes back, of the course `slug`; `draft` is one that is not published. */
export async function practiceSituations(
  world: World,
  slug: string,
  draft: string,
): Promise<Record<string, Record<string, Situation>>> {
  const sheetOf = (course: string, lesson: string) => `/api/courses/${course}/lessons/${lesson}/practice`;
  const { release } = (await world.visitor().get(sheetOf(slug, 'practise')).expect(200)).json(PracticeSheet);
  const body = { release, seed: 1, startedAt: new Date(0).toISOString(), responses: [], submittedAt: null };
  const attempt = (lesson: string, id: string) => `/api/enrolments/${slug}/lessons/${lesson}/attempts/${id}`;
  const foreign = newId();
  const { browser } = await someone(world, 'guest');
  await browser.put(attempt('practise', foreign), body).expect(200);
  const extra = { email: world.account('learner').email, percent: 25 };
  const codes = '/api/studio/extra-time/codes';
  const { browser: editor } = await someone(world, 'editor');
  const used = (await editor.post(codes, { percent: 25 }).expect(200)).json(TimeCode).code;
  await browser.post('/api/extra-time', { code: used }).expect(200);
  return {
    'POST /api/studio/extra-time/codes': { '': () => ({ url: codes, body: { percent: 25 } }) },
    'POST /api/extra-time': {
      'a code': async () => {
        const { code } = (await editor.post(codes, { percent: 25 }).expect(200)).json(TimeCode);
        return { url: '/api/extra-time', body: { code } };
      },
      "other's": () => ({ url: '/api/extra-time', body: { code: used } }),
      'no code': () => ({ url: '/api/extra-time', body: { code: 'aaaa-aaaa' } }),
    },
    'PUT /api/studio/extra-time': { '': () => ({ url: '/api/studio/extra-time', body: extra }) },
    'GET /api/courses/:slug/lessons/:lesson/practice': {
      practice: () => ({ url: sheetOf(slug, 'practise') }),
      graded: () => ({ url: sheetOf(slug, 'check-what-you-know') }),
      draft: () => ({ url: sheetOf(draft, 'check-what-you-know') }),
    },
    'PUT /api/enrolments/:slug/lessons/:lesson/attempts/:id': {
      own: () => ({ url: attempt('practise', newId()), body }),
      "other's": () => ({ url: attempt('practise', foreign), body }),
      graded: () => ({ url: attempt('check-what-you-know', newId()), body }),
    },
  };
}
