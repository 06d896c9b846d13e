import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type Role } from '@haven/shared/contract';
import { type FastifyRequest } from 'fastify';

/** Who asks. A visitor has no id: nothing is stored of them. */
export type Actor = { readonly id: null; readonly role: 'visitor' } | Person;

/** Someone with a row of their own: a guest, a person with an account, or the throw-away learner of a preview. */
export interface Person {
  readonly id: string;
  readonly role: Role | 'preview';
  /** Which of their sessions they came with; none where it was made by this very request. */
  readonly session?: Buffer;
}

export const visitor: Actor = { id: null, role: 'visitor' };

/** Finds out who asks. The identity domain gives the one real answer. */
export abstract class ActorResolver {
  abstract resolve(request: FastifyRequest): Promise<Actor>;
}

const actors = new WeakMap<object, Actor>();

/** The actor that the guard found for `request`. */
export const actorOf = (request: FastifyRequest): Actor => actors.get(request.raw) ?? visitor;
export const setActor = (request: FastifyRequest, actor: Actor): void => void actors.set(request.raw, actor);

/** The actor, for a handler: `@By() actor: Actor`. */
export const By = createParamDecorator((_: unknown, context: ExecutionContext): Actor =>
  actorOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
