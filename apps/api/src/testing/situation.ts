import { Sessions } from '@haven/identity/api';
import { type Role } from '@haven/shared/contract';
import { type Browser } from './browser';
import { type World } from './world';

/** A request to a route, in one situation. */
export interface Ask {
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export type Who = { readonly browser: Browser; readonly id: string | null };
export type Situation = (who: Who) => Ask | Promise<Ask>;

/** A browser of someone in `role`, in a session of their own; guests are made, the others are the demo's. */
export async function someone(world: World, role: 'visitor' | Role): Promise<Who> {
  const browser = world.visitor();
  if (role === 'visitor') return { browser, id: null };
  if (role === 'guest') await browser.post('/api/enrolments', { course: 'knowing-your-citys-policies' }).expect(200);
  else await signIn(world, browser, role);
  const { person } = JSON.parse((await browser.get('/api/session')).text) as { person: { id: string } };
  return { browser, id: person.id };
}

/** Without the password: that path has specs of its own, and its limits. */
async function signIn(world: World, browser: Browser, role: string): Promise<void> {
  const [row] = await world.database.query<{ id: string }[]>(
    'SELECT id FROM person WHERE role = $1 ORDER BY id LIMIT 1',
    [role],
  );
  browser.take(`haven=${await world.app.get(Sessions).begin(world.database.manager, row?.id ?? '')}`);
}
