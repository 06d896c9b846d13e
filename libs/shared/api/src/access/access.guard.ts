import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type FastifyRequest } from 'fastify';
import { notFound, Refusal } from '../problem';
import { ActorResolver, setActor } from './actor';
import { can, type Right } from './can';
import { RIGHT } from './routes';

/**
 * Finds the actor and asks `can` for the right that the route names. A route without a right is closed to all. Someone unknown who needs
 * to be someone is told to sign in; everyone else without the right is told that there is nothing here.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly actors: ActorResolver,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const right = this.reflector.get<Right | 'public' | undefined>(RIGHT, context.getHandler());
    if (!right) throw notFound();
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const actor = await this.actors.resolve(request);
    setActor(request, actor);
    if (right === 'public' || can(actor, right)) return true;
    if (right === 'own') throw new Refusal('not-signed-in', 'Start a course or sign in first.');
    throw notFound();
  }
}
