import { StudioGroup } from '@haven/identity/contract';
import { type Situation, someone } from './situation';
import { type World } from './world';

/** The routes of groups. `gone` is one that was deleted; a code that is worth nothing leads nowhere. */
export async function groupSituations(world: World): Promise<Record<string, Record<string, Situation>>> {
  const { browser } = await someone(world, 'administrator');
  const make = async (name: string) =>
    (await browser.post('/api/studio/groups', { name }).expect(201)).json(StudioGroup);
  const group = await make('A group');
  const gone = await make('A group that is gone');
  await browser.delete(`/api/studio/groups/${gone.id}`).expect(200);
  const { code } = group;
  const unknown = 'a'.repeat(20);
  const at =
    (url: string, body?: unknown): Situation =>
    () => ({ url, body });
  /** Made anew for each who asks: what they do to it changes it. */
  const fresh =
    (rest: string): Situation =>
    async () => ({ url: `/api/studio/groups/${(await make('Another')).id}${rest}` });
  return {
    'GET /api/groups': { '': at('/api/groups') },
    'GET /api/groups/offers/:code': {
      'a link': at(`/api/groups/offers/${code}`),
      'no link': at(`/api/groups/offers/${unknown}`),
      gone: at(`/api/groups/offers/${gone.code}`),
    },
    'POST /api/groups/memberships': {
      'a link': at('/api/groups/memberships', { code }),
      'no link': at('/api/groups/memberships', { code: unknown }),
    },
    'DELETE /api/groups/:id/membership': { '': at(`/api/groups/${group.id}/membership`) },
    'GET /api/studio/groups': { '': at('/api/studio/groups') },
    'POST /api/studio/groups': { '': at('/api/studio/groups', { name: 'New' }) },
    'POST /api/studio/groups/:id/code': { there: fresh('/code'), gone: at(`/api/studio/groups/${gone.id}/code`) },
    'DELETE /api/studio/groups/:id': { there: fresh(''), gone: at(`/api/studio/groups/${gone.id}`) },
    'POST /api/studio/groups/:id/restoration': {
      there: fresh('/restoration'),
      gone: async () => {
        const { id } = await make('Another');
        await browser.delete(`/api/studio/groups/${id}`).expect(200);
        return { url: `/api/studio/groups/${id}/restoration` };
      },
    },
  };
}
