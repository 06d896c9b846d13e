import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { actorOf, setActor } from '@haven/shared/api';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { catchError, from, mergeMap, type Observable, throwError } from 'rxjs';
import { type DataSource } from 'typeorm';
import { People } from './people';
import { PersonRow } from './person.entity';
import { SessionCookie } from './session-cookie';
import { Sessions } from './sessions';

/**
 * Makes a visitor a guest before the handler runs: a random id, and a device key in a cookie. Put on the routes where learning begins, and
 * on no other, so that looking around leaves nothing behind.
 */
@Injectable()
export class GuestInterceptor implements NestInterceptor {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly people: People,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (actorOf(request).id !== null) return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const { id, token } = await this.database.transaction(async (manager) => {
      const id = await this.people.makeNameless(manager, 'guest');
      return { id, token: await this.sessions.begin(manager, id) };
    });
    setActor(request, { id, role: 'guest' });
    this.cookie.set(reply, token);
    return next
      .handle()
      .pipe(catchError((error: unknown) => from(this.undo(id, reply)).pipe(mergeMap(() => throwError(() => error)))));
  }

  /** A request that came to nothing leaves nobody behind. */
  private async undo(id: string, reply: FastifyReply): Promise<void> {
    reply.removeHeader('set-cookie');
    await this.database.manager.delete(PersonRow, { id });
  }
}
