import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { guestClaimed } from '@haven/identity/api';
import { type Coverage, type WatchClaim, type WatchResults } from '@haven/recordings/contract';
import { Batcher, Clock, Events, notFound, type Person, topic } from '@haven/shared/api';
import { clamp, type Range } from '@haven/shared/contract';
import { type DataSource, type EntityManager } from 'typeorm';
import { CoverageRow } from './coverage.entity';
import { fromMultirange, toMultirange } from './multirange';
import { Carrying } from './replace/carrying';
import { RecordingRow } from './recording.entity';
import { TimelineRow } from './timeline.entity';

/** Someone watched or read so much more of a recording that a rule in steps of five per cent may have become true. */
export const watched = topic<{ person: string; recording: string }>('recordings.watched');

interface Write {
  readonly person: string;
  readonly recording: string;
  readonly rev: number;
  readonly seen: string;
  readonly position: number;
}

/** What a write is answered with: what is covered now, and the news that the batch recorded. */
interface Stored {
  readonly covered: Range[];
  readonly news: readonly string[];
}

interface Written {
  readonly person: string;
  readonly recording: string;
  readonly rev: number;
  readonly seen: string;
  readonly crossed: boolean;
}

/**
 * Merges a whole batch in one statement. Sorted by key, because two unsorted batches that meet the same rows in another order deadlock.
 * `crossed` says whether the count of twentieths of the recording rose: exactly then a rule of 5, 10, … 100 per cent can become true.
 * The old length comes from the snapshot that the statement began with; a row that another statement changed meanwhile may announce a
 * step twice, which is harmless, and never misses one, because the other statement announced its own.
 */
const merge = `
  WITH given AS (
    SELECT person, recording, rev, range_agg(seen) AS seen, (array_agg(position ORDER BY n DESC))[1] AS position
      FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::int4multirange[], $5::int[]) WITH ORDINALITY
           AS g(person, recording, rev, seen, position, n)
     GROUP BY person, recording, rev),
  before AS (
    SELECT c.person_id, c.recording_id, c.rev, c.watched_s FROM coverage c
      JOIN given g ON g.person = c.person_id AND g.recording = c.recording_id AND g.rev = c.rev),
  merged AS (
    INSERT INTO coverage AS c (person_id, recording_id, rev, seen, watched_s, position)
    SELECT person, recording, rev, seen, (SELECT coalesce(sum(upper(r) - lower(r)), 0) FROM unnest(seen) r), position
      FROM given ORDER BY person, recording, rev
    ON CONFLICT (person_id, recording_id, rev) DO UPDATE
      SET seen = c.seen + excluded.seen,
          watched_s = (SELECT coalesce(sum(upper(r) - lower(r)), 0) FROM unnest(c.seen + excluded.seen) r),
          position = excluded.position
    RETURNING person_id, recording_id, rev, seen, watched_s)
  SELECT m.person_id AS person, m.recording_id AS recording, m.rev, m.seen::text AS seen,
         m.watched_s * 20 / d.duration > coalesce(b.watched_s, 0) * 20 / d.duration AS crossed
    FROM merged m
    JOIN timeline d ON d.recording_id = m.recording_id AND d.rev = m.rev
    LEFT JOIN before b ON b.person_id = m.person_id AND b.recording_id = m.recording_id AND b.rev = m.rev`;

/** Coverage: what people have watched, stored at the pace of the database. */
@Injectable()
export class WatchService implements OnModuleInit {
  private readonly writes = new Batcher<Write, Stored>((batch) => this.write(batch), { batch: 500, queue: 20_000 });

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly events: Events,
    private readonly clock: Clock,
    private readonly carrying: Carrying,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(guestClaimed, (manager, { guest, person }) => this.unite(manager, guest, person));
  }

  /**
   * Stores what play sessions say and answers, per session, what is covered now. Acknowledged only after the commit. Ranges beyond the
   * recording's own length are cut off; a claim about an unknown recording or timeline is answered with nothing covered. What is claimed
   * of a timeline that was replaced meanwhile counts there, and is carried on.
   */
  async claim(actor: Person, claims: readonly WatchClaim[]): Promise<WatchResults> {
    const known = await this.timelines(claims.map((claim) => claim.recording));
    const results = await Promise.all(
      claims.map(async (claim) => {
        const timeline = known.get(`${claim.recording} ${claim.rev}`);
        if (!timeline) return { session: claim.session, covered: [], pending: claim.ranges };
        const { covered, news } = await this.writes.add({
          person: actor.id,
          recording: claim.recording,
          rev: claim.rev,
          seen: toMultirange(clamp(claim.ranges, timeline.duration)),
          position: Math.min(claim.position, timeline.duration),
        });
        if (claim.rev < timeline.present)
          await this.carrying.coverage(this.database.manager, claim.recording, claim.rev, timeline.present, actor.id);
        // Not in the batch: the writes of everybody else do not wait for what is made of this news.
        await this.events.deliver(news);
        return { session: claim.session, covered, pending: [] };
      }),
    );
    return { results };
  }

  /** What `actor` has watched of a timeline, the present one where none is named; nothing yet is an empty coverage. */
  async coverageOf(actor: Person, recordingId: string, asked?: number): Promise<Coverage> {
    const recording = await this.database.manager.findOneBy(RecordingRow, { id: recordingId });
    const rev = asked ?? recording?.rev ?? 0;
    const timeline = await this.database.manager.findOneBy(TimelineRow, { recordingId, rev, published: true });
    if (!timeline) throw notFound();
    const row = await this.database.manager.findOneBy(CoverageRow, { personId: actor.id, recordingId, rev });
    return {
      recording: recordingId,
      rev,
      ranges: row ? fromMultirange(row.seen) : [],
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
         SELECT $1, recording_id, rev, $3 FROM timeline WHERE recording_id = $2 AND published ORDER BY rev
         ON CONFLICT (person_id, recording_id, rev) DO UPDATE SET transcript_read_at = coalesce(c.transcript_read_at, excluded.transcript_read_at)
         RETURNING rev`,
        [actor.id, recordingId, this.clock.now()],
      );
      if (read.length === 0) throw notFound();
      return this.events.record(manager, watched, [{ person: actor.id, recording: recordingId }]);
    });
    await this.events.deliver(news);
  }

  private async write(batch: readonly Write[]): Promise<Stored[]> {
    const columns = [
      batch.map((write) => write.person),
      batch.map((write) => write.recording),
      batch.map((write) => write.rev),
      batch.map((write) => write.seen),
      batch.map((write) => write.position),
    ];
    const byKey = new Map<string, Stored>();
    await this.database.transaction(async (manager) => {
      const rows = await manager.query<Written[]>(merge, columns);
      const crossed = rows.filter((row) => row.crossed);
      const ids = await this.events.record(
        manager,
        watched,
        crossed.map(({ person, recording }) => ({ person, recording })),
      );
      const news = new Map(crossed.map((row, at) => [row, ids.slice(at, at + 1)]));
      for (const row of rows) byKey.set(keyOf(row), { covered: fromMultirange(row.seen), news: news.get(row) ?? [] });
    });
    return batch.map((write) => byKey.get(keyOf(write)) ?? { covered: [], news: [] });
  }

  /** The timelines that people can see of these recordings, by recording and rev; `present` is the rev that replaced all before it. */
  private async timelines(ids: readonly string[]): Promise<Map<string, { duration: number; present: number }>> {
    const rows = await this.database.manager
      .createQueryBuilder(TimelineRow, 't')
      .innerJoin('t.recording', 'r')
      .select(['t.recording_id AS id', 't.rev AS rev', 't.duration AS duration', 'r.rev AS present'])
      .where('t.recording_id IN (:...ids) AND t.published', { ids: [...new Set(ids)] })
      .getRawMany<{ id: string; rev: number; duration: number; present: number }>();
    return new Map(rows.map(({ id, rev, duration, present }) => [`${id} ${rev}`, { duration, present }]));
  }

  /** A guest's coverage becomes the person's: a union, so that running twice changes nothing. */
  private async unite(manager: EntityManager, guest: string, person: string): Promise<void> {
    const merged = await manager.query<{ recording: string }[]>(
      `INSERT INTO coverage AS c (person_id, recording_id, rev, seen, watched_s, position, transcript_read_at)
       SELECT $2, recording_id, rev, seen, watched_s, position, transcript_read_at FROM coverage WHERE person_id = $1 ORDER BY recording_id, rev
       ON CONFLICT (person_id, recording_id, rev) DO UPDATE
         SET seen = c.seen + excluded.seen,
             watched_s = (SELECT coalesce(sum(upper(r) - lower(r)), 0) FROM unnest(c.seen + excluded.seen) r),
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

const keyOf = ({ person, recording, rev }: Pick<Write, 'person' | 'recording' | 'rev'>) =>
  `${person} ${recording} ${rev}`;
