import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { ActorResolver, Jobs } from '@haven/shared/api';
import { GroupController } from './group.controller';
import { Groups } from './groups';
import { GuestInterceptor } from './guest.interceptor';
import { Passwords } from './passwords';
import { People } from './people';
import { SessionActor } from './session-actor';
import { SessionController } from './session.controller';
import { SessionCookie } from './session-cookie';
import { Sessions } from './sessions';
import { SignInService } from './sign-in.service';
import { StandIns } from './stand-ins';

/** People, guests and sessions. Global, because the guard of every route asks it who is there. */
@Global()
@Module({
  controllers: [GroupController, SessionController],
  providers: [
    Groups,
    GuestInterceptor,
    Passwords,
    People,
    SessionCookie,
    Sessions,
    SignInService,
    StandIns,
    { provide: ActorResolver, useClass: SessionActor },
  ],
  exports: [ActorResolver, Groups, GuestInterceptor, People, SessionCookie, Sessions, StandIns],
})
export class IdentityModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly sessions: Sessions,
  ) {}

  onModuleInit(): void {
    this.jobs.every('17 * * * *', 'expire-sessions', () => this.sessions.expire());
  }
}
