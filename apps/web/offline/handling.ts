/** What the worker looks at of a request. `path` has no query. `preview`: it is made in a preview of a course. */
export interface Asked {
  readonly method: string;
  readonly mode: string;
  readonly path: string;
  readonly preview: boolean;
}

/**
 * What the worker does with a request. `page`: the network's answer, the bare application where there is none. `shell`: from the build that
 * is kept. `kept`: from a pack if it is there, else the network. `fresh`: the network's answer, a pack's where there is none. `network`: it is
 * none of the worker's business, and that is all that belongs to a person.
 */
export type Handling = 'page' | 'shell' | 'kept' | 'fresh' | 'network';

/** Course, lesson, practice and transcript of published material: the same for everyone. */
const material = /^\/api\/(courses\/[^/]+(\/lessons\/[^/]+(\/practice)?)?|recordings\/[^/]+\/transcripts\/[^/]+)$/;

/** Captions can be corrected while their address stays; every other file of a recording is what it was. */
const captions = /^\/media\/.*\.vtt$/;

export function handlingOf({ method, mode, path, preview }: Asked, isShell: (path: string) => boolean): Handling {
  if (method !== 'GET' || preview) return 'network';
  if (captions.test(path) || material.test(path)) return 'fresh';
  if (/^\/media\//.test(path)) return 'kept';
  if (/^\/api\//.test(path)) return 'network';
  // As the server tells pages from files.
  if (mode === 'navigate') return /\.[a-z0-9]{2,5}$/i.test(path) ? 'network' : 'page';
  return isShell(path) ? 'shell' : 'network';
}
