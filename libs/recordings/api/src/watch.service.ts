import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { guestClaimed } from '@haven/identity/api';
import { type Coverage, type WatchClaim, type WatchResults } from '@haven/recordings/contract';
import { Batcher, Clock, Events, notFound, type Person, topic } from '@haven/shared/api';
import { clamp, type Range } from '@haven/shared/contract';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { CoverageRow } from './coverage.entity';
import { fromMultirange, toMultirange } from './multirange';
import { RecordingRow } from './recording.entity';

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
    JOIN recording d ON d.id = m.recording_id
    LEFT JOIN before b ON b.person_id = m.person_id AND b.recording_id = m.recording_id AND b.rev = m.rev`;

/** Coverage: what people have watched, stored at the pace of the database. */
@Injectable()
export class WatchService implements OnModuleInit {
  private readonly writes = new Batcher<Write, Stored>((batch) => this.write(batch), { batch: 500, queue: 20_000 });

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly events: Events,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.subscribe(guestClaimed, (manager, { guest, person }) => this.unite(manager, guest, person));
  }

  /**
   * Stores what play sessions say and answers, per session, what is covered now. Acknowledged only after the commit. Ranges beyond the
   * recording's own length are cut off; a claim about an unknown recording or an older timeline is answered with nothing covered.
   */
  async claim(actor: Person, claims: readonly WatchClaim[]): Promise<WatchResults> {
    const durations = await this.durations(claims.map((claim) => claim.recording));
    const results = await Promise.all(
      claims.map(async (claim) => {
        const recording = durations.get(claim.recording);
        if (recording?.rev !== claim.rev) return { session: claim.session, covered: [], pending: claim.ranges };
        const { covered, news } = await this.writes.add({
          person: actor.id,
          recording: claim.recording,
          rev: claim.rev,
          seen: toMultirange(clamp(claim.ranges, recording.duration)),
          position: Math.min(claim.position, recording.duration),
        });
        // Not in the batch: the writes of everybody else do not wait for what is made of this news.
        await this.events.deliver(news);
        return { session: claim.session, covered, pending: [] };
      }),
    );
    return { results };
  }

  /** What `actor` has watched of the current timeline; nothing yet is an empty coverage. */
  async coverageOf(actor: Person, recordingId: string): Promise<Coverage> {
    const recording = await this.database.manager.findOneBy(RecordingRow, { id: recordingId, published: true });
    if (!recording) throw notFound();
    const row = await this.database.manager.findOneBy(CoverageRow, {
      personId: actor.id,
      recordingId,
      rev: recording.rev,
    });
    return {
      recording: recordingId,
      rev: recording.rev,
      ranges: row ? fromMultirange(row.seen) : [],
      position: row?.position ?? 0,
      transcriptRead: Boolean(row?.transcriptReadAt),
    };
  }

  /** Notes that `actor` read the transcript to its end, which earns the same as watching. The first time counts. Owns its transaction. */
  async transcriptRead(actor: Person, recordingId: string): Promise<void> {
    const recording = await this.database.manager.findOneBy(RecordingRow, { id: recordingId, published: true });
    if (!recording) throw notFound();
    const news = await this.database.transaction(async (manager) => {
      await manager.query(
        `INSERT INTO coverage AS c (person_id, recording_id, rev, transcript_read_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT (person_id, recording_id, rev) DO UPDATE SET transcript_read_at = coalesce(c.transcript_read_at, excluded.transcript_read_at)`,
        [actor.id, recordingId, recording.rev, this.clock.now()],
      );
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

  private async durations(ids: readonly string[]): Promise<Map<string, { rev: number; duration: number }>> {
    const rows = await this.database.manager.find(RecordingRow, {
      select: { id: true, rev: true, duration: true },
      where: { id: In([...new Set(ids)]), published: true },
    });
    return new Map(rows.map(({ id, rev, duration }) => [id, { rev, duration }]));
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
