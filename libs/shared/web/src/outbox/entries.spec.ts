import fc from 'fast-check';
import { backoff, batches, type Entry, entryId, merge, next, refreshed, settled, stateOf } from './entries';

const held = (...entries: Entry[]) => new Map(entries.map((entry) => [entryId(entry), entry]));
const claim = (key: string, rev = 1): Entry => ({
  kind: 'watch',
  key,
  payload: { n: rev },
  rev,
  since: rev,
  refused: null,
});

const here = { title: 'Webinar', path: '/learn/cities/webinar' };

describe('next', () => {
  it('replaces what waits under the same key, with a higher revision and the older "since"', () => {
    const first = next(undefined, { kind: 'watch', key: 'a', payload: 1 }, here, 1000);
    const second = next(first, { kind: 'watch', key: 'a', payload: 2 }, { title: 'Home', path: '/' }, 900);
    expect(second).toMatchObject({ payload: 2, since: 1000, page: here });
    expect(second.rev).toBeGreaterThan(first.rev);
  });

  it('takes the refusal back: what is new deserves a new try', () => {
    expect(next({ ...claim('a'), refused: 'invalid' }, claim('a'), here, 5).refused).toBeNull();
  });
});

describe('refreshed', () => {
  const refused = { ...claim('a'), refused: 'invalid' };

  it('keeps the reason of a refusal when another tab changes something else', () =>
    expect(refreshed(held(claim('a'), claim('b')), held(refused), new Set()).get('watch/a')).toEqual(refused));
  it('lets go of what another tab saved or discarded', () =>
    expect(refreshed(held(), held(refused), new Set()).size).toBe(0));
  it('takes over what another tab replaced', () =>
    expect(refreshed(held(claim('a', 2)), held(refused), new Set()).get('watch/a')).toEqual(claim('a', 2)));
  it('keeps what is not on the disk yet', () =>
    expect(refreshed(held(), held(claim('a')), new Set(['watch/a'])).get('watch/a')).toEqual(claim('a')));
});

describe('settled', () => {
  it('lets go of what is saved', () => expect(settled(held(claim('a')), [claim('a')], ['a'])).toEqual([claim('a')]));
  it('keeps what was replaced while it was being sent', () =>
    expect(settled(held(claim('a', 2)), [claim('a', 1)], ['a'])).toEqual([]));
  it('keeps what the server did not name', () => expect(settled(held(claim('a')), [claim('a')], [])).toEqual([]));
});

describe('merge', () => {
  const entries = fc.array(
    fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 50 })).map(([key, rev]) => claim(key, rev)),
  );

  it('keeps the newest of every key, whichever side it is on', () =>
    fc.assert(
      fc.property(entries, entries, (a, b) => {
        const merged = merge(a, b);
        for (const entry of [...a, ...b]) expect(merged.get(entryId(entry))?.rev).toBeGreaterThanOrEqual(entry.rev);
      }),
    ));

  it('does not depend on the order', () =>
    fc.assert(
      fc.property(entries, entries, (a, b) => {
        const sorted = (map: Map<string, Entry>) => [...map.values()].map((e) => `${e.key}${e.rev}`).sort();
        expect(sorted(merge(a, b))).toEqual(sorted(merge(b, a)));
      }),
    ));
});

describe('batches', () => {
  it('holds every waiting entry of the kind exactly once and no request is too long', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 })), fc.integer({ min: 1, max: 7 }), (keys, most) => {
        const lists = batches(held(...keys.map((key) => claim(key))), 'watch', most);
        expect(
          lists
            .flat()
            .map((e) => e.key)
            .sort(),
        ).toEqual([...keys].sort());
        for (const list of lists) expect(list.length).toBeLessThanOrEqual(most);
      }),
    ));

  it('never mixes groups and leaves out what was refused', () => {
    const lists = batches<{ n: number }>(
      held(claim('a', 1), claim('b', 2), { ...claim('c', 3), refused: 'invalid' }),
      'watch',
      9,
      (p) => String(p.n),
    );
    expect(lists.map((list) => list.map((e) => e.key))).toEqual([['a'], ['b']]);
  });
});

describe('stateOf', () => {
  const refused = { ...claim('b'), refused: 'invalid' };
  it.each([
    [held(), true, [], 'saved'],
    [held(claim('a')), true, [], 'sending'],
    [held(claim('a')), false, [], 'device'],
    [held(claim('a'), refused), true, [], 'failed'],
    [held(claim('a')), true, ['watch/a'], 'sending'],
    [held(claim('a'), refused), false, ['watch/a'], 'page'],
    [held(claim('a')), false, ['watch/gone'], 'device'],
  ])('%#', (entries, reachable, homeless, state) => expect(stateOf(entries, reachable, new Set(homeless))).toBe(state));
});

describe('backoff', () => {
  it('doubles up to a minute', () =>
    expect([1, 2, 3, 20].map((n) => backoff(n, 0.5))).toEqual([1000, 2000, 4000, 60_000]));
  it('waits as long as the server asks', () => expect(backoff(1, 0.5, '30')).toBe(30_000));
});
