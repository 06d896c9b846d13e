import { expect, test } from '@playwright/test';
import { losses } from './support/losses';

/** The same runs as `npm run bench -- loss`, one for each fault. */
test('whoever meets a fault of the server and one of the browser while watching loses two seconds at most', async () => {
  test.setTimeout(10 * 60_000);
  const browser = process.env['HAVEN_BROWSER'];
  for await (const run of losses({ rounds: 3, players: 1, seed: 1, browser })) {
    expect(run.watched, JSON.stringify(run)).toBeGreaterThan(5);
    expect(run.missing, JSON.stringify(run)).toBeLessThanOrEqual(2);
    expect([run.invented, run.doubled], JSON.stringify(run)).toEqual([0, 0]);
  }
});
