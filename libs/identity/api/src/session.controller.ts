import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { Session, SignIn } from '@haven/identity/contract';
import { type Actor, By, notFound, Public, Returns } from '@haven/shared/api';
import { Done } from '@haven/shared/contract';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { SessionCookie } from './session-cookie';
import { Sessions } from './sessions';
import { SignInService } from './sign-in.service';

@Controller('session')
export class SessionController {
  constructor(
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
    private readonly signIn: SignInService,
  ) {}

  @Get()
  @Public()
  @Returns(Session)
  async show(@By() actor: Actor, @Req() request: FastifyRequest): Promise<Session> {
    if (actor.role === 'preview') return { person: { id: actor.id, role: 'guest', name: null } };
    const token = this.cookie.read(request);
    return { person: token ? await this.sessions.read(token) : null };
  }

  @Post()
  @HttpCode(200)
  @Public()
  @Returns(Session)
  async begin(
    @Body({ schema: SignIn }) body: SignIn,
    @By() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    outsidePreview(actor);
    const token = await this.signIn.signIn(body, actor, request.ip);
    await this.forget(request);
    this.cookie.set(reply, token);
    return { person: await this.sessions.read(token) };
  }

  @Delete()
  @Public()
  @Returns(Done)
  async end(
    @By() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Done> {
    outsidePreview(actor);
    await this.forget(request);
    this.cookie.clear(reply);
    return { ok: true };
  }

  private async forget(request: FastifyRequest): Promise<void> {
    const token = this.cookie.read(request);
    if (token) await this.sessions.end(token);
  }
}

/** Whoever tries a course as a learner stays signed in as themselves. */
function outsidePreview({ role }: Actor): void {
  if (role === 'preview') throw notFound();
}
