import { type WatchClaim } from '@haven/recordings/contract';
import { PlaySession } from './play-session';

/** A session, and when it kept and when it sent, in seconds. */
function watched(clip = false) {
  const told: { claim: WatchClaim; sent: boolean }[] = [];
  const session = new PlaySession(
    { id: 'r', rev: 1, duration: 600 },
    (claim, sent) => told.push({ claim, sent }),
    clip,
  );
  const move = (kind: 'play' | 'pause' | 'seek' | 'end', at: number, second = at) =>
    session.take({ kind, at, now: second * 1000, rate: 1 });
  const play = (from: number, to: number) => {
    for (let at = from; at <= to; at += 0.25) move('play', at);
  };
  return { told, move, play, sent: () => told.filter(({ sent }) => sent).map(({ claim }) => claim.ranges) };
}

describe('PlaySession', () => {
  it('keeps what was played every second, and sends it every 15 without any timer', () => {
    const { told, play, sent } = watched();
    play(0, 31);
    expect(told.length).toBeGreaterThanOrEqual(30);
    expect(sent()).toEqual([[], [[0, 15]], [[0, 30]]]);
  });

  it.each(['pause', 'seek', 'end'] as const)('sends at once on %s', (kind) => {
    const { move, play, sent } = watched();
    play(0, 4);
    move(kind, kind === 'seek' ? 90 : 4, 4);
    expect(sent()).toEqual([[], [[0, 4]]]);
  });

  it('says that playing begins before anything was played, so that time counts from there', () => {
    const { told, move } = watched();
    move('play', 7, 0);
    expect(told[0]).toMatchObject({ sent: true, claim: { ranges: [], seq: 0 } });
  });

  it('says where the playhead is, but of a clip only what was played', () => {
    const [whole, clip] = [watched(), watched(true)];
    for (const { play } of [whole, clip]) play(60, 64);
    expect(whole.told.at(-1)?.claim).toMatchObject({ ranges: [[60, 64]], position: 64 });
    expect(clip.told.at(-1)?.claim).toMatchObject({ ranges: [[60, 64]], position: null });
  });
});
