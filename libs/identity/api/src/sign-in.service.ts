import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type SignIn } from '@haven/identity/contract';
import { type Actor, Clock, Events, Refusal, Secrets, topic } from '@haven/shared/api';
import { type DataSource } from 'typeorm';
import { Passwords } from './passwords';
import { People } from './people';
import { Sessions } from './sessions';
import { TryLimiter } from './try-limiter';

/** A guest signed in: what the guest did becomes the person's. Domains with facts about people subscribe and unite them. */
export const guestClaimed = topic<{ guest: string; person: string }>('identity.guest-claimed');

const quarterHour = 15 * 60_000;

/** Signing in with e-mail and password. */
@Injectable()
export class SignInService {
  private readonly perAccount = new TryLimiter(8, quarterHour);
  private readonly perNeighbourhood = new TryLimiter(40, quarterHour);

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly people: People,
    private readonly passwords: Passwords,
    private readonly sessions: Sessions,
    private readonly secrets: Secrets,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  /**
   * Answers the token of a new session. The same refusal, after the same work, for a wrong password and for an unknown address.
   * What a guest did in this browser before goes to the person. `address` is the caller's, used for counting and never kept.
   */
  async signIn({ email, password }: SignIn, actor: Actor, address: string): Promise<string> {
    const keys = this.limit(email, address);
    const person = await this.people.byEmail(email);
    const right = await this.passwords.verify(person?.password ?? null, password);
    if (!person || !right) throw new Refusal('wrong-credentials', 'The e-mail address and the password do not belong together.');
    this.perAccount.forget(keys.account);
    const token = await this.database.transaction(async (manager) => {
      if (actor.role === 'guest') await this.events.record(manager, guestClaimed, [{ guest: actor.id, person: person.id }]);
      return this.sessions.begin(manager, person.id);
    });
    await this.events.deliver();
    return token;
  }

  /** Counts this try before it is made, so that many at once are counted too. */
  private limit(email: string, address: string): { account: string } {
    const now = this.clock.now().getTime();
    const account = this.secrets.fingerprint('tries', email).toString('base64');
    const neighbourhood = this.secrets.fingerprint('tries', prefixOf(address)).toString('base64');
    const wait = Math.max(this.perAccount.wait(account, now), this.perNeighbourhood.wait(neighbourhood, now));
    if (wait > 0) {
      const minutes = Math.ceil(wait / 60);
      throw new Refusal('too-many-tries', `Too many tries. Wait ${minutes} minute${minutes === 1 ? '' : 's'} and try again.`, undefined, wait);
    }
    this.perAccount.count(account, now);
    this.perNeighbourhood.count(neighbourhood, now);
    return { account };
  }
}

/** The part of an address that a household or an office shares: three of four numbers of IPv4, the first 56 bits or so of IPv6. */
function prefixOf(address: string): string {
  return address.includes('.') ? address.split('.').slice(0, 3).join('.') : address.split(':').slice(0, 4).join(':');
}
