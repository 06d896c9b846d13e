import { settle } from './reports.ts';

describe('the tally of a part', () => {
  const report = { passed: 3, failed: 0, skipped: 1 };
  it.each([
    ['a command alone that ends well', 0, undefined, false, 1, 0],
    ['a command alone that fails', 2, undefined, false, 0, 1],
    ['a killed command', null, undefined, false, 0, 1],
    ['a report that is missing', 0, undefined, true, 0, 1],
    ['a report', 0, report, true, 3, 0],
    ['a report with failures', 1, { ...report, failed: 2 }, true, 3, 2],
    ['a good report of a command that failed', 1, report, true, 3, 1],
    ['a report in which nothing ran', 0, { passed: 0, failed: 0, skipped: 4 }, true, 0, 1],
  ])('of %s', (_, code, found, needsReport, passed, failed) => {
    expect(settle(code, found, needsReport)).toMatchObject({ passed, failed });
  });
});
