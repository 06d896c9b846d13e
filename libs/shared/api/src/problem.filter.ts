import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { notFound, Refusal } from './problem';

/** Sends every error as `application/problem+json`. What was not meant for people is logged and answered without a word about its cause. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = this.refusalOf(error);
    if (refusal.retryAfterSeconds) void reply.header('retry-after', String(refusal.retryAfterSeconds));
    void reply
      .status(refusal.getStatus())
      .header('content-type', 'application/problem+json; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(JSON.stringify(refusal.toProblem()));
  }

  private refusalOf(error: unknown): Refusal {
    if (error instanceof Refusal) return error;
    if (error instanceof HttpException) {
      if (error.getStatus() === 404) return notFound();
      if (error.getStatus() < 500) return new Refusal('invalid', 'The request could not be read.');
    }
    if (isClientError(error)) return new Refusal('invalid', 'The request could not be read.');
    this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return new Refusal(
      'failed',
      'Something went wrong on our side. Nothing you sent was lost on your device. Try again.',
    );
  }
}

/** Fastify's own refusals (malformed JSON, a body that is too large) carry their status on the error. */
function isClientError(error: unknown): boolean {
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500;
}
