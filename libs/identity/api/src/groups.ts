import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import {
  type GroupOffer,
  type JoinGroup,
  type NewGroup,
  type OwnGroups,
  type StudioGroup,
  type StudioGroups,
} from '@haven/identity/contract';
import { type Actor, can, Clock, Events, Jobs, newCode, newId, notFound, type Person } from '@haven/shared/api';
import { type DataSource, type EntityManager, IsNull, LessThan } from 'typeorm';
import { GroupRow, MembershipRow } from './group.entity';
import { guestClaimed } from './guest-claimed';

const MONTH_MS = 30 * 24 * 3_600_000;
/** A group of fewer people than this is not counted out to anybody. */
const SMALLEST = 10;
/** A hundred bits: the code of a link is read by no one and typed by no one. */
const CODE_LENGTH = 20;

/** Groups of learners: those who look after them make them and hand out their links; learners join and leave by themselves. */
@Injectable()
export class Groups implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly events: Events,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(guestClaimed, (manager, { guest, person }) => this.claimed(manager, guest, person));
    this.jobs.every('37 4 * * *', 'forget-groups', () => this.forget());
  }

  /** All groups, the newest first, those that can be brought back included. One page holds them. */
  async list(actor: Actor): Promise<StudioGroups> {
    const rows = await this.database.manager.find(GroupRow, { order: { createdAt: 'DESC' } });
    return { items: await Promise.all(rows.map((row) => this.card(actor, row))), next: null };
  }

  async make(actor: Person, { name }: NewGroup): Promise<StudioGroup> {
    const row = { id: newId(), name, code: newCode(CODE_LENGTH), createdAt: this.clock.now(), deletedAt: null };
    await this.database.manager.insert(GroupRow, row);
    return this.card(actor, row);
  }

  /** Makes another link; the old one lets nobody in any more, and whoever is in stays. @throws Refusal `not-found` */
  renew(actor: Person, id: string): Promise<StudioGroup> {
    return this.change(actor, id, { code: newCode(CODE_LENGTH) }, false);
  }

  /** @throws Refusal `not-found` */
  delete(actor: Person, id: string): Promise<StudioGroup> {
    return this.change(actor, id, { deletedAt: this.clock.now() }, false);
  }

  /** Brings a group back that was deleted, with everybody in it. @throws Refusal `not-found` */
  restore(actor: Person, id: string): Promise<StudioGroup> {
    return this.change(actor, id, { deletedAt: null }, true);
  }

  /** The groups that `actor` is in; a visitor is in none. */
  async mine(actor: Actor): Promise<OwnGroups> {
    if (actor.id === null) return { items: [], next: null };
    const rows = await this.database.manager.find(MembershipRow, {
      where: { personId: actor.id, group: { deletedAt: IsNull() } },
      relations: { group: true },
      order: { joinedAt: 'DESC' },
    });
    const items = rows.map(({ group: { id, name }, joinedAt }) => ({ id, name, joinedAt: joinedAt.toISOString() }));
    return { items, next: null };
  }

  /** What a link leads into. @throws Refusal `not-found` for a code that is worth nothing */
  async offer(actor: Actor, { code }: JoinGroup): Promise<GroupOffer> {
    const { manager } = this.database;
    const { id, name } = await this.byCode(manager, code);
    const joined = actor.id !== null && (await manager.existsBy(MembershipRow, { personId: actor.id, groupId: id }));
    return { id, name, joined };
  }

  /** Lets `actor` in; again changes nothing. @throws Refusal `not-found` */
  async join(actor: Person, { code }: JoinGroup): Promise<GroupOffer> {
    const { manager } = this.database;
    const { id, name } = await this.byCode(manager, code);
    const row = { personId: actor.id, groupId: id, joinedAt: this.clock.now() };
    await manager.createQueryBuilder().insert().into(MembershipRow).values(row).orIgnore().execute();
    return { id, name, joined: true };
  }

  /** What `actor` did in the courses of the group stays theirs. Leaving again changes nothing. */
  async leave(actor: Person, groupId: string): Promise<OwnGroups> {
    await this.database.manager.delete(MembershipRow, { personId: actor.id, groupId });
    return this.mine(actor);
  }

  /** Whether somebody is in one of these groups. */
  async includes(manager: EntityManager, person: string, groups: readonly string[]): Promise<boolean> {
    const found = await manager.query<unknown[]>(
      `SELECT 1 FROM membership m JOIN learner_group g ON g.id = m.group_id
        WHERE m.person_id = $1 AND g.id = ANY($2) AND g.deleted_at IS NULL LIMIT 1`,
      [person, groups],
    );
    return found.length > 0;
  }

  /** Those of these groups that are there. */
  async known(manager: EntityManager, groups: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await manager.query<{ id: string }[]>(
      'SELECT id FROM learner_group WHERE id = ANY($1) AND deleted_at IS NULL',
      [groups],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Takes away what was deleted a month ago. */
  async forget(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - MONTH_MS);
    await this.database.manager.delete(GroupRow, { deletedAt: LessThan(before) });
  }

  private async byCode(manager: EntityManager, code: string): Promise<GroupRow> {
    const group = await manager.findOneBy(GroupRow, { code, deletedAt: IsNull() });
    if (!group) throw notFound();
    return group;
  }

  /** `gone`: whether it is a group that was deleted. */
  private async change(actor: Person, id: string, change: Partial<GroupRow>, gone: boolean): Promise<StudioGroup> {
    return this.database.transaction(async (manager) => {
      const row = await manager.findOne(GroupRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!row || (row.deletedAt !== null) !== gone) throw notFound();
      await manager.update(GroupRow, { id }, change);
      return this.card(actor, { ...row, ...change }, manager);
    });
  }

  private async card(actor: Actor, row: GroupRow, manager = this.database.manager): Promise<StudioGroup> {
    const { id, name, code, deletedAt } = row;
    const size = await manager.countBy(MembershipRow, { groupId: id });
    return {
      ...{ id, name, deletedAt: deletedAt?.toISOString() ?? null },
      size: size > 0 && size < SMALLEST ? null : size,
      code: can(actor, 'group.manage') ? code : null,
    };
  }

  /** Whatever groups a guest joined become the person's. */
  private async claimed(manager: EntityManager, guest: string, person: string): Promise<void> {
    await manager.query(
      `INSERT INTO membership (person_id, group_id, joined_at) SELECT $2, group_id, joined_at FROM membership WHERE person_id = $1
       ON CONFLICT DO NOTHING`,
      [guest, person],
    );
  }
}
