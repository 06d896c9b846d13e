import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { guestClaimed } from '@haven/identity/api';
import { type Coverage, type WatchClaim, type WatchResults } from '@haven/recordings/contract';
import { Batcher, Clock, Events, Jobs, notFound, type Person } from '@haven/shared/api';
import { type Range } from '@haven/shared/contract';
import { type DataSource, type EntityManager, LessThan } from 'typeorm';
import { CoverageRow } from './coverage.entity';
import { aliveSince, creditAll, handOver, type Played, watched } from './credit';
import { countsFor } from './may-see';
import { fromMultirange } from './multirange';
import { PlaySessionRow } from './play-session.entity';
import { Carrying } from './replace/carrying';
import { RecordingRow } from './recording.entity';
import { TimelineRow } from './timeline.entity';

/** What a claim is answered with: what is covered now, what is not credited yet, and the news that was recorded of it. */
interface Stored {
  readonly covered: Range[];
  readonly unproven: Range[];
  readonly pending: Range[];
  readonly present: number;
  readonly told: string | null;
}

/** Coverage: what people have watched, stored at the pace of the database. */
@Injectable()
export class WatchService implements OnModuleInit {
  private readonly writes = new Batcher<Played, Stored | null>((batch) => this.write(batch), {
    batch: 500,
    queue: 20_000,
    // What somebody may be credited depends on what they were credited before.
    apart: ({ person }) => person,
  });

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly carrying: Carrying,
    private readonly jobs: Jobs,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(guestClaimed, (manager, { guest, person }) => this.unite(manager, guest, person));
    this.jobs.every('23 4 * * *', 'forget-play-sessions', () => this.forgetSessions());
  }

  /**
   * Stores what play sessions say and answers, per session, what is covered now, and what of it is pending because more is claimed than
   * can have been played, or unproven because nobody knows since when. Acknowledged only after the commit. Ranges beyond the recording's own length are cut off; a claim about an
   * unknown recording or timeline is pending as a whole. What is claimed of a timeline that was replaced meanwhile counts there, and is
   * carried on.
   */
  async claim(actor: Person, claims: readonly WatchClaim[]): Promise<WatchResults> {
    const results = await Promise.all(
      claims.map(async ({ session, lease = null, recording, rev, ranges, position }) => {
        const stored = await this.writes.add({ person: actor.id, session, lease, recording, rev, ranges, position });
        if (!stored) return { session, covered: [], unproven: [], pending: ranges };
        const { covered, unproven, pending, present, told } = stored;
        if (rev < present) await this.carrying.coverage(this.database.manager, recording, rev, present, actor.id);
        // Not in the batch: the writes of everybody else do not wait for what is made of this news.
        if (told) await this.events.deliver([told]);
        return { session, covered, unproven, pending };
      }),
    );
    return { results };
  }

  /** What `actor` has watched of a timeline, the present one where none is named; nothing yet is an empty coverage. */
  async coverageOf(actor: Person, recordingId: string, asked?: number): Promise<Coverage> {
    const recording = await this.database.manager.findOneBy(RecordingRow, { id: recordingId });
    const rev = asked ?? recording?.rev ?? 0;
    const timeline = await this.database.manager.findOneBy(TimelineRow, { recordingId, rev });
    if (!timeline || !(await countsFor(this.database.manager, actor, timeline))) throw notFound();
    const row = await this.database.manager.findOneBy(CoverageRow, { personId: actor.id, recordingId, rev });
    return {
      recording: recordingId,
      rev,
      ranges: row ? fromMultirange(row.seen) : [],
      unproven: row ? fromMultirange(row.unproven) : [],
      position: row?.position ?? 0,
      transcriptRead: Boolean(row?.transcriptReadAt),
    };
  }

  /**
   * Notes that `actor` read the transcript to its end, which earns the same as watching, on every timeline that people can see. The first
   * time counts. Owns its transaction.
   */
  async transcriptRead(actor: Person, recordingId: string): Promise<void> {
    const news = await this.database.transaction(async (manager) => {
      const read = await manager.query<unknown[]>(
        `INSERT INTO coverage AS c (person_id, recording_id, rev, transcript_read_at)
         SELECT $1, recording_id, rev, $3 FROM timeline
          WHERE recording_id = $2 AND (published OR previewed($1, recording_id, rev)) ORDER BY rev
         ON CONFLICT (person_id, recording_id, rev) DO UPDATE SET transcript_read_at = coalesce(c.transcript_read_at, excluded.transcript_read_at)
         RETURNING rev`,
        [actor.id, recordingId, this.clock.now()],
      );
      if (read.length === 0) throw notFound();
      return this.events.record(manager, watched, [{ person: actor.id, recording: recordingId }]);
    });
    await this.events.deliver(news);
  }

  private async write(batch: readonly Played[]): Promise<(Stored | null)[]> {
    const byPerson = new Map<string, Stored>();
    for (const row of await creditAll(this.database, batch, this.clock.now()))
      byPerson.set(row.person, {
        covered: fromMultirange(row.seen),
        unproven: fromMultirange(row.unproven),
        pending: fromMultirange(row.pending),
        present: row.present,
        told: row.told,
      });
    return batch.map(({ person }) => byPerson.get(person) ?? null);
  }

  private async forgetSessions(): Promise<void> {
    await this.database.manager.delete(PlaySessionRow, { startedAt: LessThan(aliveSince(this.clock.now())) });
  }

  /** A guest's coverage becomes the person's: a union, so that running twice changes nothing. */
  private async unite(manager: EntityManager, guest: string, person: string): Promise<void> {
    await handOver(manager, guest, person);
    const merged = await manager.query<{ recording: string }[]>(
      `INSERT INTO coverage AS c (person_id, recording_id, rev, seen, unproven, watched_s, position, transcript_read_at)
       SELECT $2, recording_id, rev, seen, unproven, watched_s, position, transcript_read_at FROM coverage WHERE person_id = $1 ORDER BY recording_id, rev
       ON CONFLICT (person_id, recording_id, rev) DO UPDATE
         SET seen = tidy_seen(c.seen + excluded.seen),
             unproven = tidy_seen(c.unproven + excluded.unproven) - tidy_seen(c.seen + excluded.seen),
             watched_s = seconds_in(tidy_seen(c.seen + excluded.seen)),
             position = excluded.position,
             transcript_read_at = coalesce(c.transcript_read_at, excluded.transcript_read_at)
       RETURNING recording_id AS recording`,
      [guest, person],
    );
    await this.events.record(
      manager,
      watched,
      merged.map(({ recording }) => ({ person, recording })),
    );
  }
}
