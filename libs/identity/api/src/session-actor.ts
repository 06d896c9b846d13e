import { Injectable } from '@nestjs/common';
import { type Actor, ActorResolver, visitor } from '@haven/shared/api';
import { type FastifyRequest } from 'fastify';
import { SessionCookie } from './session-cookie';
import { Sessions } from './sessions';

/** The actor is whoever the session cookie belongs to. */
@Injectable()
export class SessionActor extends ActorResolver {
  constructor(
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
  ) {
    super();
  }

  async resolve(request: FastifyRequest): Promise<Actor> {
    const token = this.cookie.read(request);
    const person = token ? await this.sessions.read(token) : null;
    return person ? { id: person.id, role: person.role } : visitor;
  }
}
