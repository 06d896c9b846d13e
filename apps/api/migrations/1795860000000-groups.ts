import { type MigrationInterface, type QueryRunner } from 'typeorm';

const up = [
  `CREATE TABLE learner_group (
     id uuid NOT NULL,
     name text NOT NULL,
     code text NOT NULL,
     created_at timestamptz NOT NULL,
     deleted_at timestamptz,
     CONSTRAINT learner_group_pkey PRIMARY KEY (id))`,
  'CREATE UNIQUE INDEX learner_group_code_idx ON learner_group (code)',
  `CREATE TABLE membership (
     person_id uuid NOT NULL,
     group_id uuid NOT NULL,
     joined_at timestamptz NOT NULL,
     CONSTRAINT membership_pkey PRIMARY KEY (person_id, group_id))`,
  'CREATE INDEX membership_group_id_idx ON membership (group_id)',
  'ALTER TABLE membership ADD CONSTRAINT membership_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE',
  'ALTER TABLE membership ADD CONSTRAINT membership_group_id_fkey FOREIGN KEY (group_id) REFERENCES learner_group(id) ON DELETE CASCADE',
];

/** Groups of learners, and who is in them. */
export class Groups1795860000000 implements MigrationInterface {
  name = 'Groups1795860000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of up) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE membership, learner_group');
  }
}
