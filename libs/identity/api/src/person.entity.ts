import { type Role } from '@haven/shared/contract';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Someone who learns or works here: a random id, and for people with an account a display name and an address. The address is readable only
 * with a key that is not in the database. There is no field for status, nationality, birth or legal name, and there will be none.
 */
@Entity('person')
export class PersonRow {
  @PrimaryColumn('uuid')
  id!: string;

  /** `preview`: nobody. Somebody who writes a course goes through it as them; they have no session and are gone with the preview. */
  @Column('text')
  role!: Role | 'preview';

  @Column('text', { nullable: true })
  name!: string | null;

  /** Keyed fingerprint of the address, to find it by. */
  @Column('bytea', { nullable: true, unique: true })
  emailKey!: Buffer | null;

  /** The address itself, sealed. */
  @Column('bytea', { nullable: true })
  emailBox!: Buffer | null;

  /** Argon2id, in PHC format. */
  @Column('text', { nullable: true })
  password!: string | null;

  /** The person whom this guest signed in as, until what the guest did has surely become theirs. */
  @Column('uuid', { nullable: true })
  claimedBy!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}
