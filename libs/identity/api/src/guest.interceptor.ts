import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { actorOf, setActor } from '@haven/shared/api';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type Observable } from 'rxjs';
import { type DataSource } from 'typeorm';
import { People } from './people';
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
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    if (actorOf(request).id === null) {
      const { id, token } = await this.database.transaction(async (manager) => {
        const id = await this.people.makeGuest(manager);
        return { id, token: await this.sessions.begin(manager, id) };
      });
      this.cookie.set(http.getResponse<FastifyReply>(), token);
      setActor(request, { id, role: 'guest' });
    }
    return next.handle();
  }
}
