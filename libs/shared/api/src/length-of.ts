import { type FastifyRequest } from 'fastify';
import { Refusal } from './problem';

/** How many bytes a request says that it sends as one file. @throws Refusal `invalid` where it sends something else. */
export function lengthOf({ headers }: FastifyRequest): number {
  const length = /^[1-9]\d{0,14}$/.exec(headers['content-length'] ?? '')?.[0];
  if (length === undefined || headers['content-type'] !== 'application/octet-stream')
    throw new Refusal('invalid', 'Send the bytes of one file, and say how many they are.');
  return Number(length);
}
