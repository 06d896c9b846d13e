import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { Refusal } from './problem';

/** The version that the sender read, from `If-Match: "7"` (RFC 9110, section 13.1.1). Writing without it is refused: it could overwrite. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): number => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'] ?? '';
  const version = /^"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined) throw new Refusal('invalid', 'Say which version this changes, in the header If-Match.');
  return Number(version);
});
