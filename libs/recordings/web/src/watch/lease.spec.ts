import { heldLease, holdLease, leaseIsDue } from './lease';

const lease = '0195f7c2-0000-7000-8000-000000000001';
const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n));

describe('the lease of a device', () => {
  beforeEach(() => localStorage.clear());

  it('is held until it is over', () => {
    holdLease({ lease, until: day(30).toISOString() });
    expect(heldLease(day(29))).toBe(lease);
    expect(heldLease(day(30))).toBeNull();
  });

  it.each([
    [6, false],
    [8, true],
    [31, true],
  ])('on day %i it is due: %s', (n, due) => {
    holdLease({ lease, until: day(30).toISOString() });
    expect(leaseIsDue(day(n))).toBe(due);
  });

  it.each(['', 'null', '{}', '{"lease":1,"until":"2030-01-01"}', '['])('is none where the device holds %p', (text) => {
    localStorage.setItem('haven.lease', text);
    expect(heldLease(day(0))).toBeNull();
    expect(leaseIsDue(day(0))).toBe(true);
  });
});
