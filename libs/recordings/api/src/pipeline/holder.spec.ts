import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { isGone, me } from './holder';

describe('who works on a recording', () => {
  it('is this process, and whatever is named after it', () => {
    expect([me, `${me}@a-folder`].map(isGone)).toEqual([false, false]);
  });

  it('is no process that has ended, nor an earlier one with our number', () => {
    const { pid } = spawnSync('true');
    expect([`${hostname()}@${pid}@x`, `${hostname()}@${process.pid}@x`].map(isGone)).toEqual([true, true]);
  });

  it('may be one that runs, or is on another machine', () => {
    expect([`${hostname()}@${process.ppid}@x`, 'elsewhere@1@x'].map(isGone)).toEqual([false, false]);
  });
});
