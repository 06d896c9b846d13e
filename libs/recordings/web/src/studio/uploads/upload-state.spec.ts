import {
  broken,
  freshUpload,
  inPhase,
  obstacleOf,
  paced,
  pauseBefore,
  percent,
  places,
  progressed,
  quarter,
  secondsLeft,
} from './upload-state';

const mega = 1_000_000;
/** An upload of 100 MB after these seconds and megabytes. */
const after = (...measured: [seconds: number, megabytes: number][]) =>
  measured.reduce((state, [at, sent]) => progressed(state, at * 1000, sent * mega), freshUpload(100 * mega));

describe('the speed of an upload', () => {
  it('is unknown before the second measurement', () => {
    expect(secondsLeft(after([0, 0]))).toBeNull();
    expect(secondsLeft(after([0, 0], [1, 2]))).toBe(49);
  });

  it('follows a change slowly, and then wholly', () => {
    const steady = after([0, 0], [10, 10]);
    const hiccup = progressed(steady, 11_000, 10 * mega);
    expect(hiccup.pace?.rate).toBeGreaterThan(0.8 * mega);
    const slow = progressed(steady, 110_000, 20 * mega);
    expect(slow.pace?.rate).toBeCloseTo(0.1 * mega, -2);
  });

  it('does not believe two measurements at once', () => {
    const before = paced(null, 1000, 0);
    expect(paced(before, 1001, 8 * mega)).toBe(before);
  });

  it('starts again where the server has less than was sent, and where it stood still', () => {
    const fell = progressed(after([0, 0], [1, 8]), 2000, 4 * mega);
    expect([fell.sent, secondsLeft(fell)]).toEqual([4 * mega, null]);
    expect(secondsLeft(inPhase(after([0, 0], [1, 8]), 'paused'))).toBeNull();
  });
});

describe('an upload that fails', () => {
  it('tries again by itself where that may help, ever more rarely, and from the start of the row after any progress', () => {
    const lost = { status: 0, code: null };
    const twice = broken(broken(after([0, 0]), lost), lost);
    expect([twice.phase, twice.tries]).toEqual(['offline', 2]);
    expect([1, 2, 3, 4, 5, 99].map(pauseBefore)).toEqual([1000, 3000, 10_000, 30_000, 60_000, 60_000]);
    expect(progressed(twice, 5000, 0).tries).toBe(2);
    expect(progressed(twice, 5000, 1).tries).toBe(0);
  });

  it.each([
    [{ status: 413, code: 'too-large' }, 'too-large'],
    [{ status: 413, code: 'quota-used-up' }, 'quota-used-up'],
    [{ status: 413, code: 'no-room' }, 'no-room'],
    [{ status: 507, code: null }, 'no-room'],
    [{ status: 401, code: 'not-signed-in' }, 'signed-out'],
    [{ status: 403, code: null }, 'not-staff'],
    [{ status: 404, code: 'not-found' }, 'gone'],
    [{ status: 400, code: 'invalid' }, 'failed'],
    [{ status: 409, code: null }, null],
    [{ status: 423, code: null }, null],
    [{ status: 429, code: 'busy' }, null],
    [{ status: 502, code: null }, null],
  ] as const)('%j: %s', (failure, obstacle) => expect(obstacleOf(failure)).toBe(obstacle));
});

describe('progress in words', () => {
  it('says 100 per cent only of all of it', () => {
    expect([0, 1, 999, 1000].map((sent) => percent({ sent, size: 1000 }))).toEqual([0, 0, 99, 100]);
    expect(percent({ sent: 0, size: 0 })).toBe(0);
  });

  it('is said aloud at quarters alone, each once', () => {
    const said = Array.from({ length: 100 }, (_, i) => quarter(i, i + 1)).filter((n) => n !== null);
    expect(said).toEqual([25, 50, 75, 100]);
    expect([quarter(10, 80), quarter(80, 10), quarter(50, 50)]).toEqual([75, null, null]);
  });
});

it('gives a place to two at once', () => {
  expect(places([], 2)).toBe(2);
  expect(places(['sending', 'paused', 'done', 'waiting'], 2)).toBe(1);
  expect(places(['sending', 'offline', 'waiting'], 2)).toBe(0);
});
