import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Clock, newId, Secrets } from '@haven/shared/api';
import { type Role } from '@haven/shared/contract';
import { type DataSource, type EntityManager } from 'typeorm';
import { Passwords } from './passwords';
import { PersonRow } from './person.entity';

/** A person with an account, as an administrator or the demo makes one. `email` in any case and spacing. */
export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly role: Exclude<Role, 'guest'>;
  readonly password: string;
}

/** The people: those without anything but an id, and accounts. */
@Injectable()
export class People {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly secrets: Secrets,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
  ) {}

  async makeNameless(manager: EntityManager, role: 'guest' | 'preview'): Promise<string> {
    const id = newId();
    const nothing = { name: null, emailKey: null, emailBox: null, password: null, claimedBy: null };
    await manager.insert(PersonRow, { id, role, ...nothing, createdAt: this.clock.now() });
    return id;
  }

  /** Makes an account and answers its id; an address that has one already keeps it, unchanged, and answers null. */
  async makeAccount(account: NewAccount): Promise<string | null> {
    const id = newId();
    const email = normalise(account.email);
    const inserted = await this.database
      .createQueryBuilder()
      .insert()
      .into(PersonRow)
      .values({
        id,
        role: account.role,
        name: account.name,
        emailKey: this.secrets.fingerprint('email', email),
        emailBox: this.secrets.seal('email', email),
        password: await this.passwords.hash(account.password),
        claimedBy: null,
        createdAt: this.clock.now(),
      })
      .orIgnore()
      .returning('id')
      .execute();
    return (inserted.raw as unknown[]).length === 1 ? id : null;
  }

  async byEmail(email: string): Promise<PersonRow | null> {
    return this.database.manager.findOneBy(PersonRow, {
      emailKey: this.secrets.fingerprint('email', normalise(email)),
    });
  }

  async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.query<{ id: string; name: string }[]>(
      'SELECT id, name FROM person WHERE id = ANY($1) AND name IS NOT NULL',
      [ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

const normalise = (email: string) => email.trim().toLowerCase();
