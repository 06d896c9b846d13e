import { type OutlineChange, type StudioCourse } from '@haven/catalog/contract';
import { type ChangeOutcome, OutlineDesk, type OutlinePort, type Pending } from './outline-desk';
import { showChange } from './show-change';

const course: StudioCourse = {
  ...{ id: 'c', slug: 'c', title: { en: 'C' }, summary: { en: '' }, topic: 'cities', version: 3 },
  status: { release: null, changes: 0, planned: null },
  review: { on: '2026-11-23', old: false },
  settings: {
    ...{ outcomes: { en: [] }, reviewedOn: '2026-11-23', certificate: false, order: 'free', prerequisites: [] },
    ...{ opens: null, closes: null, visibility: 'public', groups: [], cover: null },
  },
  pictures: [],
  modules: [{ id: 'm', title: { en: 'M' }, lessons: [] }],
};

/** A server, a device and a clock that do what the test says. The server does every change unless it is told what to answer. */
class World implements OutlinePort {
  server = course;
  sent: [OutlineChange['do'], number][] = [];
  answers: ChangeOutcome[] = [];
  kept: readonly Pending[] = [];
  timers: (() => void)[] = [];
  gate: Promise<void> = Promise.resolve();

  async send(change: OutlineChange, version: number): Promise<ChangeOutcome> {
    this.sent.push([change.do, version]);
    await this.gate;
    const told = this.answers.shift();
    if (told) return told;
    this.server = { ...showChange(this.server, change, course.modules), version: this.server.version + 1 };
    return { kind: 'saved', course: this.server };
  }
  keep(pending: readonly Pending[]) {
    this.kept = pending;
    return true;
  }
  wait(_ms: number, then: () => void) {
    this.timers.push(then);
    return () => (this.timers = this.timers.filter((other) => other !== then));
  }
  now() {
    return new Date('2026-11-23T10:42:00Z');
  }
}

const add = (module: string): OutlineChange => ({ do: 'add-module', module, title: { en: module }, after: null });
const rename = (was: string, title: string): OutlineChange => ({
  ...{ do: 'rename-module', module: 'm', was: { en: was }, title: { en: title } },
});

describe('an outline in work', () => {
  const begin = () => {
    const world = new World();
    const desk = new OutlineDesk(course, world);
    return { world, desk, titles: () => desk.course().modules.map(({ title }) => title.en) };
  };

  it('shows a change at once, keeps it on the device until the server has it', async () => {
    const { world, desk, titles } = begin();
    desk.do(add('A'));
    expect([titles(), world.kept.length, desk.phase(), desk.safe()]).toEqual([['A', 'M'], 1, 'sending', false]);
    await desk.flush();
    expect([titles(), world.kept, desk.phase(), desk.safe()]).toEqual([['A', 'M'], [], 'saved', true]);
    expect(desk.savedAt()).toEqual(world.now());
  });

  it('sends one after the other, each on what the one before it made', async () => {
    const { world, desk } = begin();
    desk.do(add('A'));
    desk.do(add('B'));
    await desk.flush();
    expect(world.sent).toEqual([
      ['add-module', 3],
      ['add-module', 4],
    ]);
  });

  it('does not take for seen what somebody else did in between', async () => {
    const { world, desk } = begin();
    world.server = { ...course, version: 7 };
    desk.do(add('A'));
    desk.do({ do: 'remove-module', module: 'm' });
    await desk.flush();
    expect(world.sent).toEqual([
      ['add-module', 3],
      ['remove-module', 3],
    ]);
  });

  it('sends one name for many, as long as none of them is on its way', async () => {
    const { world, desk, titles } = begin();
    world.answers = [{ kind: 'unreachable' }];
    desk.do(rename('M', 'Mo'));
    await desk.flush();
    desk.do(rename('Mo', 'Mod'));
    expect(world.kept.map(({ change }) => change)).toEqual([rename('M', 'Mod')]);
    await desk.flush();
    expect([titles(), desk.safe()]).toEqual([['Mod'], true]);
  });

  it('waits without a line, and goes on by itself', async () => {
    const { world, desk, titles } = begin();
    world.answers = [{ kind: 'unreachable' }];
    desk.do(add('A'));
    await desk.flush();
    expect([desk.phase(), titles(), world.timers.length]).toEqual(['device', ['A', 'M'], 1]);
    world.timers[0]?.();
    await desk.flush();
    expect([desk.phase(), world.kept]).toEqual(['saved', []]);
  });

  it('takes back what would undo somebody else’s work, shows theirs and tells it', async () => {
    const { world, desk, titles } = begin();
    const theirs = { ...course, version: 4, modules: [{ id: 'm', title: { en: 'Theirs' }, lessons: [] }] };
    world.answers = [{ kind: 'stale', course: theirs }];
    desk.do(rename('M', 'Mine'));
    await desk.flush();
    expect([titles(), desk.refused(), desk.safe()]).toEqual([
      ['Theirs'],
      { change: rename('M', 'Mine'), stale: true },
      true,
    ]);
  });

  it('does not say of what was not taken out that it is gone', async () => {
    const { world, desk, titles } = begin();
    const problem = { type: 'about:blank', status: 404, code: 'not-found', title: 'No' } as const;
    world.answers = [{ kind: 'refused', problem }];
    desk.do({ do: 'remove-module', module: 'm' });
    await desk.flush();
    expect([titles(), desk.removed(), desk.refused()?.stale]).toEqual([['M'], null, false]);
  });

  it('keeps everything where the session has ended', async () => {
    const { world, desk, titles } = begin();
    const problem = { type: 'about:blank', status: 401, code: 'not-signed-in', title: 'No' } as const;
    world.answers = [{ kind: 'refused', problem }];
    desk.do(add('A'));
    await desk.flush();
    expect([desk.phase(), titles(), world.kept.length]).toEqual(['refused', ['A', 'M'], 1]);
  });

  it('brings back what was taken out, from the version before', async () => {
    const { world, desk, titles } = begin();
    desk.do({ do: 'remove-module', module: 'm' });
    expect([titles(), desk.removed()?.title]).toEqual([[], 'M']);
    await desk.flush();
    expect(desk.removed()?.from).toBe(3);
    await desk.undo();
    expect([titles(), desk.removed(), world.sent.at(-1)]).toEqual([['M'], null, ['restore', 4]]);
  });

  it('brings back what the server never knew to be gone', async () => {
    const { world, desk, titles } = begin();
    world.answers = [{ kind: 'unreachable' }];
    desk.do({ do: 'remove-module', module: 'm' });
    await desk.flush();
    await desk.undo();
    expect([titles(), world.sent.length, desk.safe()]).toEqual([['M'], 1, true]);
    desk.do(add('A'));
    await desk.flush();
    expect(world.sent.length).toBe(2);
  });

  it('takes up what an earlier visit left', async () => {
    const { world, desk, titles } = begin();
    desk.restore([{ change: add('A'), seen: 2 }]);
    await desk.flush();
    expect([titles(), world.sent]).toEqual([['A', 'M'], [['add-module', 2]]]);
  });
});
