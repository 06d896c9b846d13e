import { Column, Entity, PrimaryColumn } from 'typeorm';

/** News that a domain wrote down in the transaction that made it, until every domain above has heard it. */
@Entity('outbox_event')
export class OutboxEvent {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  topic!: string;

  @Column('jsonb')
  payload!: unknown;

  @Column('integer', { default: 0 })
  tries!: number;

  @Column('timestamptz')
  due!: Date;
}
