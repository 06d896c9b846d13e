import { Injectable } from '@nestjs/common';
import { type Actor, ActorResolver, visitor } from '@haven/shared/api';
import { PREVIEW_HEADER } from '@haven/shared/contract/plain';
import { type FastifyRequest } from 'fastify';
import { SessionCookie } from './session-cookie';
import { Sessions } from './sessions';
import { StandIns } from './stand-ins';

/** The actor is whoever the session cookie belongs to, or in a preview of theirs its throw-away learner. */
@Injectable()
export class SessionActor extends ActorResolver {
  constructor(
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
    private readonly standIns: StandIns,
  ) {
    super();
  }

  async resolve(request: FastifyRequest): Promise<Actor> {
    const token = this.cookie.read(request);
    const person = token ? await this.sessions.read(token) : null;
    const actor = token && person ? { id: person.id, role: person.role, session: this.sessions.keyOf(token) } : visitor;
    const preview = request.headers[PREVIEW_HEADER];
    return preview === undefined ? actor : this.standIns.find(actor, String(preview));
  }
}
