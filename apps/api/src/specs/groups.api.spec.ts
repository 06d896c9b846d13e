import { CourseCards, PublishPreview } from '@haven/catalog/contract';
import { Groups } from '@haven/identity/api';
import { GroupOffer, OwnGroups, StudioGroup, StudioGroups } from '@haven/identity/contract';
import { CourseProgress, Enrolments } from '@haven/learning/contract';
import { Problem } from '@haven/shared/contract';
import { type Browser } from '../testing/browser';
import { eventually } from '../testing/eventually';
import { SmallCourse } from '../testing/small-course';
import { openWorld, type World } from '../testing/world';

const DAY_MS = 24 * 3_600_000;

describe('groups of learners', () => {
  let world: World;
  let editor: Browser;
  let group: StudioGroup;
  beforeEach(async () => {
    world = await openWorld();
    editor = await world.as('editor');
    group = await make('Our group');
  });
  afterEach(() => world.close());

  const make = async (name: string) =>
    (await editor.post('/api/studio/groups', { name }).expect(201)).json(StudioGroup);
  const join = (who: Browser, code = group.code) => who.post('/api/groups/memberships', { code });
  const mine = async (who: Browser) => (await who.get('/api/groups').expect(200)).json(OwnGroups).items;
  const names = async (who: Browser) => (await mine(who)).map(({ name }) => name);
  const cards = async (who: Browser) => (await who.get('/api/studio/groups').expect(200)).json(StudioGroups).items;
  const card = async () => (await cards(editor)).find(({ id }) => id === group.id);
  const offer = (who: Browser, code = group.code) => who.get(`/api/groups/offers/${code}`);
  const people = async () =>
    (await world.database.query<{ n: number }[]>('SELECT count(*)::int AS n FROM person'))[0]?.n ?? 0;

  it('are joined by their link, without an account, once, and left again', async () => {
    const visitor = world.visitor();
    expect((await offer(visitor).expect(200)).json(GroupOffer)).toEqual({
      id: group.id,
      name: 'Our group',
      joined: false,
    });
    const before = await people();
    expect(await mine(visitor)).toEqual([]);
    await join(visitor).expect(200);
    await join(visitor).expect(200);
    expect(await people()).toBe(before + 1);
    expect((await offer(visitor).expect(200)).json(GroupOffer).joined).toBe(true);
    expect(await names(visitor)).toEqual(['Our group']);
    const left = (await visitor.delete(`/api/groups/${group.id}/membership`).expect(200)).json(OwnGroups);
    expect(left.items).toEqual([]);
    await visitor.delete(`/api/groups/${group.id}/membership`).expect(200);
  });

  it('tell how many are in them and never who, and nothing of so few that they could be told apart', async () => {
    expect((await card())?.size).toBe(0);
    for (let n = 1; n <= 10; n++) {
      await join(world.visitor()).expect(200);
      expect((await card())?.size).toBe(n < 10 ? null : 10);
    }
  });

  it('are named to every author, and let in by editors and administrators alone', async () => {
    expect((await cards(await world.as('author'))).map(({ code }) => code)).toEqual([null]);
    expect((await cards(await world.as('administrator'))).map(({ code }) => code)).toEqual([group.code]);
    await (await world.as('author')).post('/api/studio/groups', { name: 'Mine' }).expect(404);
    await editor.post('/api/studio/groups', { name: ' ' }).expect(400);
  });

  it('have a link that can be replaced: the old one lets nobody in, and whoever is in stays', async () => {
    const guest = world.visitor();
    await join(guest).expect(200);
    const renewed = (await editor.post(`/api/studio/groups/${group.id}/code`).expect(200)).json(StudioGroup);
    expect(renewed.code).not.toBe(group.code);
    const [gone, unknown] = [
      await offer(world.visitor()).expect(404),
      await offer(world.visitor(), 'a'.repeat(20)).expect(404),
    ];
    expect(gone.text).toBe(unknown.text);
    await join(world.visitor()).expect(404);
    await join(world.visitor(), renewed.code).expect(200);
    expect(await names(guest)).toEqual(['Our group']);
  });

  it('leave nobody behind where a link is worth nothing', async () => {
    const before = await people();
    await join(world.visitor(), 'a'.repeat(20)).expect(404);
    expect(await people()).toBe(before);
  });

  it('are deleted, brought back with everybody in them, and gone after a month', async () => {
    const guest = world.visitor();
    await join(guest).expect(200);
    await editor.delete(`/api/studio/groups/${group.id}`).expect(200);
    await editor.delete(`/api/studio/groups/${group.id}`).expect(404);
    await offer(world.visitor()).expect(404);
    expect(await names(guest)).toEqual([]);
    await editor.post(`/api/studio/groups/${group.id}/restoration`).expect(200);
    expect(await names(guest)).toEqual(['Our group']);
    await editor.delete(`/api/studio/groups/${group.id}`).expect(200);
    const forget = () => world.app.get(Groups).forget();
    world.clock.forward(29 * DAY_MS);
    await forget();
    editor = await world.as('editor');
    expect(await card()).toMatchObject({ name: 'Our group' });
    world.clock.forward(2 * DAY_MS);
    await forget();
    editor = await world.as('editor');
    expect(await card()).toBeUndefined();
  });

  it('of a guest become those of the person who signs in, and go with the person', async () => {
    const other = await make('Another');
    const learner = await world.as('learner');
    await join(learner).expect(200);
    const guest = world.visitor();
    for (const code of [group.code, other.code]) await join(guest, code).expect(200);
    const { email, password } = world.account('learner');
    await guest.post('/api/session', { email, password }).expect(200);
    await eventually(async () => ((await names(guest)).length === 2 ? true : null));
    expect((await names(guest)).toSorted()).toEqual(['Another', 'Our group']);
    await world.database.query(`DELETE FROM person WHERE role = 'learner'`);
    const rows = await world.database.query<unknown[]>(
      `SELECT 1 FROM membership m JOIN person p ON p.id = m.person_id WHERE p.role <> 'guest'`,
    );
    expect(rows).toEqual([]);
  });

  describe('with a course of their own', () => {
    let course: SmallCourse;
    let inside: Browser;
    beforeEach(async () => {
      course = await SmallCourse.begin(editor, world.visitor(), ['Two', 'One']);
      await course.settle({ visibility: 'groups', groups: [{ id: group.id, name: group.name }] });
      await course.publish();
      inside = world.visitor();
      await join(inside).expect(200);
    });

    const urls = () =>
      ['', '/lessons/one', '/lessons/one/practice'].map((rest) => `/api/courses/${course.slug}${rest}`);
    const statuses = async (who: Browser) => {
      const found = [];
      for (const url of urls()) found.push((await who.get(url)).status);
      return [...found, (await who.post('/api/enrolments', { course: course.slug })).status];
    };
    const listed = async (who: Browser, query = '') =>
      (await who.get(`/api/courses?limit=100${query}`).expect(200)).json(CourseCards).items.map(({ slug }) => slug);

    it('let it be found by those inside and by its authors, and by nobody else, byte for byte', async () => {
      expect(await statuses(inside)).toEqual([200, 200, 404, 200]);
      expect(await statuses(editor)).toEqual([200, 200, 404, 200]);
      for (const who of [world.visitor(), await world.guest(), await world.as('learner'), await world.as('author')])
        expect(await statuses(who)).toEqual([404, 404, 404, 404]);
      const [hidden, nothing] = [
        await world.visitor().get(urls()[0] ?? ''),
        await world.visitor().get('/api/courses/none'),
      ];
      expect(hidden.text).toBe(nothing.text);
    });

    it('list it for those inside alone, and nowhere else', async () => {
      const query = `&group=${group.id}`;
      expect(await listed(inside)).not.toContain(course.slug);
      expect(await listed(inside, query)).toEqual([course.slug]);
      expect(await listed(world.visitor(), query)).toEqual([]);
      expect(await listed(await world.as('learner'), query)).toEqual([]);
    });

    it('keep for whoever leaves what they did, until they are back', async () => {
      await inside.post('/api/enrolments', { course: course.slug }).expect(200);
      await inside.put(`/api/enrolments/${course.slug}/lessons/one/read`).expect(200);
      await inside.delete(`/api/groups/${group.id}/membership`).expect(200);
      expect(await statuses(inside)).toEqual([404, 404, 404, 404]);
      await inside.get(`/api/enrolments/${course.slug}`).expect(404);
      await inside.put(`/api/enrolments/${course.slug}/lessons/two/read`).expect(404);
      expect((await inside.get('/api/enrolments').expect(200)).json(Enrolments).items).toEqual([]);
      await join(inside).expect(200);
      const { lessons } = (await inside.get(`/api/enrolments/${course.slug}`).expect(200)).json(CourseProgress);
      expect(lessons.map(({ completedAt }) => completedAt !== null)).toEqual([true, false]);
    });

    it('let it be for nobody only where no group is there, which stops a release', async () => {
      await editor.delete(`/api/studio/groups/${group.id}`).expect(200);
      expect(await statuses(inside)).toEqual([404, 404, 404, 404]);
      await course.settle({ certificate: true });
      const url = `/api/studio/courses/${course.id}`;
      const { findings, draft } = (await editor.get(`${url}/preview`).expect(200)).json(PublishPreview);
      expect(findings.map(({ code }) => code)).toContain('no-groups');
      const refused = await editor.post(`${url}/releases`, { draft, note: '' }).expect(409);
      expect(refused.json(Problem).code).toBe('not-publishable');
    });

    it('keep its name from those who would have to complete it first', async () => {
      const next = await SmallCourse.begin(editor, world.visitor(), ['One']);
      await next.settle({ prerequisites: [course.slug] });
      expect((await next.preview()).findings.map(({ code }) => code)).toContain('needs-unpublished');
      await course.settle({ visibility: 'public', groups: [] });
      await course.publish();
      await next.publish();
      expect((await next.seen()).prerequisites).toHaveLength(1);
      await course.again(1);
      expect((await next.seen()).prerequisites).toEqual([]);
      await world.visitor().post('/api/enrolments', { course: next.slug }).expect(200);
    });

    it('stay behind when it leaves as a package', async () => {
      const bytes = (await editor.get(`/api/studio/courses/${course.id}/package`).expect(200)).bytes;
      expect(bytes.includes(group.id)).toBe(false);
    });
  });
});
