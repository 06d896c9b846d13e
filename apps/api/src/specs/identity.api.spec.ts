import { Session } from '@haven/identity/contract';
import { Sessions } from '@haven/identity/api';
import { Problem } from '@haven/shared/contract';
import { openWorld, type World } from '../testing/world';

const minute = 60_000;
const day = 24 * 60 * minute;

describe('sign-in', () => {
  let world: World;
  beforeEach(async () => void (world = await openWorld()));
  afterEach(() => world.close());

  it('knows the person, and forgets them at sign-out at once', async () => {
    const editor = await world.as('editor');
    expect((await editor.get('/api/session').expect(200)).json(Session).person).toMatchObject({
      role: 'editor',
      name: world.account('editor').name,
    });
    const twin = editor.twin();
    await editor.delete('/api/session').expect(200);
    expect((await twin.get('/api/session').expect(200)).json(Session).person).toBeNull();
  });

  it('takes the address in any case and spacing', async () => {
    const { email, password } = world.account('learner');
    await world
      .visitor()
      .post('/api/session', { email: ` ${email.toUpperCase()} `, password })
      .expect(200);
  });

  it('answers a wrong password and an unknown address alike', async () => {
    const { email } = world.account('learner');
    const wrong = await world.visitor().post('/api/session', { email, password: 'wrong' }).expect(401);
    const unknown = await world
      .visitor()
      .post('/api/session', { email: 'nobody@haven.example', password: 'wrong' })
      .expect(401);
    expect(wrong.text).toBe(unknown.text);
  });

  it('slows down guessing, and says how long to wait', async () => {
    const { email, password } = world.account('learner');
    for (let n = 0; n < 8; n++) await world.visitor().post('/api/session', { email, password: 'wrong' }).expect(401);
    const blocked = await world.visitor().post('/api/session', { email, password }).expect(429);
    expect(blocked.json(Problem).code).toBe('too-many-tries');
    expect(Number(blocked.headers['retry-after'])).toBeGreaterThan(600);
    world.clock.forward(16 * minute);
    await world.visitor().post('/api/session', { email, password }).expect(200);
  });

  it.each([
    ['another origin', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }],
    ['an origin without fetch metadata', { origin: 'http://evil.example', 'sec-fetch-site': 'none' }],
  ])('refuses a write that %s made the browser send', async (_, headers) => {
    const guest = await world.guest();
    const refused = await guest.put('/api/enrolments/sanctuary-in-cities/lessons/why-trust-matters/read', {}, headers);
    expect(refused.status).toBe(403);
  });

  it('reads JSON only: what a form can send is refused', async () => {
    const form = { 'content-type': 'text/plain' };
    expect((await world.visitor().post('/api/session', '{"email":"a@b.example","password":"x"}', form)).status).toBe(
      400,
    );
  });

  it('refuses keys that nobody asked for', async () => {
    const { email, password } = world.account('learner');
    const problem = (
      await world.visitor().post('/api/session', { email, password, role: 'administrator' }).expect(400)
    ).json(Problem);
    expect(problem.code).toBe('invalid');
  });

  it('keeps the token, the address and the password out of the database', async () => {
    const { email, password } = world.account('learner');
    await world.as('learner');
    const dump = JSON.stringify(await world.database.query('SELECT * FROM person, session'));
    expect(dump).not.toContain(email);
    expect(dump).not.toContain(password);
    expect(JSON.stringify(await world.database.query('SELECT email_box FROM person'))).not.toContain(
      Buffer.from(email).toString('hex'),
    );
  });

  it('ends sessions at their time: staff soon, learners later, guests late', async () => {
    const [editor, learner, guest] = [await world.as('editor'), await world.as('learner'), await world.guest()];
    const roles = async () =>
      Promise.all(
        [editor, learner, guest].map(
          async (b) => (await b.get('/api/session').expect(200)).json(Session).person?.role ?? null,
        ),
      );
    world.clock.forward(36 * minute);
    expect(await roles()).toEqual([null, 'learner', 'guest']);
    world.clock.forward(13 * 60 * minute);
    expect(await roles()).toEqual([null, null, 'guest']);
    world.clock.forward(200 * day);
    expect(await roles()).toEqual([null, null, null]);
  });

  it('deletes what is past its time, guests that no device can reach included, and nothing else', async () => {
    await world.guest();
    await world.as('learner');
    await world.app.get(Sessions).expire();
    expect(await world.database.query('SELECT count(*)::int AS n FROM session')).toEqual([{ n: 2 }]);
    world.clock.forward(401 * day);
    const people = `SELECT role, count(*)::int AS n FROM person GROUP BY role ORDER BY role`;
    await world.app.get(Sessions).expire();
    expect(await world.database.query('SELECT count(*)::int AS n FROM session')).toEqual([{ n: 0 }]);
    expect(await world.database.query(people)).not.toContainEqual(expect.objectContaining({ role: 'guest' }));
    expect(await world.database.query('SELECT count(*)::int AS n FROM enrolment')).toEqual([{ n: 0 }]);
  });

  it('answers malformed JSON and unknown routes as problems, without a stack', async () => {
    const bad = await world.visitor().post('/api/session', '{"email":', { 'content-type': 'application/json' });
    expect(bad.status).toBe(400);
    expect(bad.text).not.toMatch(/at .*\.(ts|js)/);
    const none = await world.visitor().get('/api/no-such-route').expect(404);
    expect(none.json(Problem).code).toBe('not-found');
  });
});
