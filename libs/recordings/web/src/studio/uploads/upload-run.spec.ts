import { type MakeTransfer, type TransferEvents } from './tus-client';
import { type UploadBase, type UploadPort, UploadRun } from './upload-run';

const id = '0193f2a0-0000-7000-8000-000000000001';
const file = new File(['0123456789'], 'talk.mp4', { type: 'video/mp4' });
const base: UploadBase = { filename: 'talk.mp4', size: 10, language: 'es', replaces: null, id: null, received: 0 };

/** A server, a thread and a clock that a test moves by hand. */
class Desk implements UploadPort {
  log: string[] = [];
  events: TransferEvents[] = [];
  begun: Parameters<MakeTransfer>[] = [];
  timers: { ms: number; then: () => void }[] = [];
  told: string[] = [];
  twin: { id: string; title: { en: string } } | null = null;
  reachable = true;

  transfer: MakeTransfer = (...begun) => {
    this.begun.push(begun);
    this.events.push(begun[3]);
    return { start: () => this.log.push('start'), stop: () => this.log.push('stop') };
  };
  hash = async () => 'a'.repeat(64);
  async tellHash(upload: string) {
    if (!this.reachable) throw new Error('offline');
    this.told.push(upload);
    return this.twin;
  }
  async drop(upload: string) {
    if (!this.reachable) throw new Error('offline');
    this.log.push(`drop ${upload}`);
  }
  there = false;
  arrived = async () => this.there;
  now = () => 0;
  wait(ms: number, then: () => void) {
    const timer = { ms, then };
    this.timers.push(timer);
    return () => (this.timers = this.timers.filter((other) => other !== timer));
  }
  get last(): TransferEvents {
    const events = this.events.at(-1);
    if (!events) throw new Error('Nothing has begun.');
    return events;
  }
}

const settle = () => new Promise((resolve) => setTimeout(resolve));
const begin = (changed: Partial<UploadBase> = {}, given: File | null = file) => {
  const desk = new Desk();
  const run = new UploadRun({ ...base, ...changed }, given, desk);
  return { desk, run, phase: () => run.state().phase };
};

describe('an upload', () => {
  it('tells the hash once the server knows it, and ends as a recording', async () => {
    const { desk, run, phase } = begin();
    run.begin();
    await settle();
    expect(desk.told).toEqual([]);
    desk.last.known(id);
    await settle();
    expect([desk.told, desk.begun[0]?.[2]]).toEqual([[id], { filename: 'talk.mp4', language: 'es' }]);
    desk.last.sent(6);
    expect([phase(), run.percent()]).toEqual(['sending', 60]);
    desk.last.done();
    expect([phase(), run.percent(), run.recording()]).toEqual(['done', 100, id]);
    await settle();
    expect(desk.told).toEqual([id]);
  });

  it('goes on by itself after a lost line, later and later, and at once when it is told to hurry', () => {
    const { desk, run, phase } = begin();
    run.begin();
    desk.last.failed({ status: 0, code: null });
    expect([phase(), desk.timers.map(({ ms }) => ms)]).toEqual(['offline', [1000]]);
    desk.timers.pop()?.then();
    desk.last.failed({ status: 503, code: 'busy' });
    expect(desk.timers.map(({ ms }) => ms)).toEqual([3000]);
    run.hurry();
    expect([phase(), desk.timers, desk.log, desk.begun.length]).toEqual([
      'sending',
      [],
      ['start', 'start', 'start'],
      1,
    ]);
  });

  it('stops where only a person can help, and goes on where it was when they have', () => {
    const { desk, run } = begin();
    run.begin();
    desk.last.known(id);
    desk.last.failed({ status: 401, code: 'not-signed-in' });
    expect([run.state().phase, run.state().obstacle, desk.timers]).toEqual(['stopped', 'signed-out', []]);
    run.resume();
    run.begin();
    expect([run.state().phase, desk.begun.length]).toEqual(['sending', 1]);
  });

  it('begins anew where the server has given it up', () => {
    const { desk, run } = begin();
    run.begin();
    desk.last.known(id);
    desk.last.sent(6);
    desk.last.failed({ status: 404, code: 'not-found' });
    expect([run.state().obstacle, run.state().sent, run.id]).toEqual(['gone', 0, null]);
    run.resume();
    run.begin();
    expect(desk.begun.map(([, known]) => known)).toEqual([null, null]);
  });

  it('has ended where all was sent and only the last answer was lost', async () => {
    const { desk, run, phase } = begin();
    run.begin();
    desk.last.known(id);
    desk.last.sent(10);
    desk.last.failed({ status: 0, code: null });
    desk.there = true;
    run.hurry();
    desk.last.failed({ status: 404, code: 'not-found' });
    await settle();
    expect([phase(), run.recording()]).toEqual(['done', id]);
  });

  it('does not hear of bytes while it is paused', () => {
    const { desk, run, phase } = begin();
    run.begin();
    run.pause();
    desk.last.sent(6);
    expect([phase(), run.state().sent, desk.log]).toEqual(['paused', 0, ['start', 'stop']]);
  });

  it('asks where the same file is here already, and goes on if that is wanted', async () => {
    const { desk, run, phase } = begin();
    desk.twin = { id: 'other', title: { en: 'Talk' } };
    run.begin();
    desk.last.known(id);
    await settle();
    expect([phase(), run.twin()?.id, desk.log]).toEqual(['twin', 'other', ['start', 'stop']]);
    run.resume();
    run.begin();
    await settle();
    expect([phase(), desk.told.length]).toEqual(['sending', 1]);
  });

  it('tells the hash at the end where it could not before', async () => {
    const { desk, run } = begin();
    desk.reachable = false;
    run.begin();
    desk.last.known(id);
    await settle();
    desk.reachable = true;
    desk.last.done();
    await settle();
    expect(desk.told).toEqual([id]);
  });

  it('is thrown away only when the server has heard of it', async () => {
    const { desk, run } = begin();
    run.begin();
    desk.last.known(id);
    desk.reachable = false;
    expect([await run.cancel(), run.state().obstacle]).toEqual([false, 'not-cancelled']);
    desk.reachable = true;
    expect(await run.cancel()).toBe(true);
    expect(desk.log).toContain(`drop ${id}`);
  });
});

describe('an upload from an earlier visit', () => {
  it('asks for the same file, refuses another, and goes on where it stopped', () => {
    const { desk, run, phase } = begin({ id, received: 4 }, null);
    expect([phase(), run.percent()]).toEqual(['choose', 40]);
    expect(run.choose(new File(['0123456789'], 'other.mp4'))).toBe(false);
    expect(run.choose(new File(['012'], 'talk.mp4'))).toBe(false);
    expect([run.choose(file), phase()]).toEqual([true, 'waiting']);
    run.begin();
    expect(desk.begun[0]?.[1]).toBe(id);
  });
});
