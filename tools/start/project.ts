import { join } from 'node:path';

/** Where things are in a project. */
export interface Project {
  readonly root: string;
  /** Everything Haven keeps on this machine. */
  readonly data: string;
  readonly postgres: string;
  readonly logs: string;
  readonly accounts: string;
  readonly lock: string;
  /** Who is running here: process numbers and address. */
  readonly running: string;
  /** The API bundle. */
  readonly api: string;
  readonly seed: string;
}

/** Names the places of the project in `root`. */
export function projectIn(root: string): Project {
  const data = join(root, '.haven');
  return {
    root,
    data,
    postgres: join(data, 'postgres'),
    logs: join(data, 'logs'),
    accounts: join(data, 'demo-accounts.json'),
    lock: join(data, 'start.lock'),
    running: join(data, 'running.json'),
    api: join(root, 'dist', 'api', 'main.js'),
    seed: join('tools', 'seed'),
  };
}
