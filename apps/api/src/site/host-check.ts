import { type Config } from '@haven/shared/api';

const local = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a request for `host` is one for us: the public address, or this machine. Anything else is a mistake or a rebinding attack. */
export function hostIsOurs(host: string | undefined, { PUBLIC_URL }: Pick<Config, 'PUBLIC_URL'>): boolean {
  if (host === undefined) return false;
  if (PUBLIC_URL && host === new URL(PUBLIC_URL).host) return true;
  return local.has(host.replace(/:\d+$/, ''));
}
