import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type SignIn } from '@haven/identity/contract';
import { type Actor, Clock, Events, Refusal, Secrets } from '@haven/shared/api';
import { type DataSource, type EntityManager } from 'typeorm';
import { guestClaimed } from './guest-claimed';
import { Passwords } from './passwords';
import { People } from './people';
import { PersonRow } from './person.entity';
import { Sessions } from './sessions';
import { TryLimiter } from './try-limiter';

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
    if (!person || !right)
      throw new Refusal('wrong-credentials', 'The e-mail address and the password do not belong together.');
    this.perAccount.forget(keys.account);
    this.perNeighbourhood.takeBack(keys.neighbourhood);
    const { token, news } = await this.database.transaction(async (manager) => ({
      news: actor.role === 'guest' ? await this.claim(manager, actor.id, person.id) : [],
      token: await this.sessions.begin(manager, person.id),
    }));
    await this.events.deliver(news);
    return token;
  }

  private async claim(manager: EntityManager, guest: string, person: string): Promise<string[]> {
    await manager.update(PersonRow, { id: guest }, { claimedBy: person });
    return this.events.record(manager, guestClaimed, [{ guest, person }]);
  }

  /** Counts this try before it is made, so that many at once are counted too. */
  private limit(email: string, address: string): { account: string; neighbourhood: string } {
    const now = this.clock.now().getTime();
    const account = this.secrets.fingerprint('tries', email).toString('base64');
    const neighbourhood = this.secrets.fingerprint('tries', prefixOf(address)).toString('base64');
    const wait = Math.max(this.perAccount.wait(account, now), this.perNeighbourhood.wait(neighbourhood, now));
    if (wait > 0) {
      const minutes = Math.ceil(wait / 60);
      throw new Refusal(
        'too-many-tries',
        `Too many tries. Wait ${minutes} minute${minutes === 1 ? '' : 's'} and try again.`,
        undefined,
        wait,
      );
    }
    this.perAccount.count(account, now);
    this.perNeighbourhood.count(neighbourhood, now);
    return { account, neighbourhood };
  }
}

/** The part of an address that a household or an office shares: three of the four numbers of IPv4, the first 64 bits of IPv6. */
export function prefixOf(address: string): string {
  const v4 = /(\d+\.\d+\.\d+)\.\d+$/.exec(address)?.[1];
  if (v4) return v4;
  const [head = '', tail = ''] = address.split('::');
  const [before, after] = [head.split(':'), tail === '' ? [] : tail.split(':')];
  const zeros = address.includes('::') ? Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0') : [];
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}
