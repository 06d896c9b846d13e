import { HttpClient, httpResource, type HttpResourceRef } from '@angular/common/http';
import { computed, inject, Service, type Signal, signal } from '@angular/core';
import {
  type Coverage,
  type Lease,
  type RecordingDetail,
  type Transcript,
  type WatchClaim,
  type WatchResults,
} from '@haven/recordings/contract';
import { type Locale, type Range } from '@haven/shared/contract';
import { union } from '@haven/shared/contract/plain';
import { type Entry, Outbox } from '@haven/shared/web';
import { firstValueFrom } from 'rxjs';
import { clock } from '../player/time';
import { holdLease, leaseIsDue } from './lease';
import { PlaySession } from './play-session';

/** The HTTP face of recordings for someone who watches, and what the server has said it holds of it. */
@Service()
export class WatchClient {
  private readonly http = inject(HttpClient);
  private readonly outbox = inject(Outbox);
  private readonly sessions = new Map<string, PlaySession>();
  private readonly answered = signal<ReadonlyMap<string, Range[]>>(new Map());
  private readonly readToEnd = signal<ReadonlySet<string>>(new Set());

  constructor() {
    this.outbox.register<WatchClaim>({
      kind: 'watch',
      most: 50,
      mirror: true,
      wait: 15_000,
      describe: ({ ranges }) => ({
        key: 'recordings.unsaved.watched',
        params: { time: clock(ranges.reduce((sum, [from, to]) => sum + to - from, 0)) },
      }),
      request: (entries) => ({ url: '/api/watch/claims', body: { claims: entries.map((entry) => entry.payload) } }),
      saved: (answer, entries) => this.accept(answer as WatchResults, entries),
    });
    this.outbox.register<{ recording: string }>({
      kind: 'transcript-read',
      most: 1,
      mirror: false,
      wait: 0,
      describe: () => ({ key: 'recordings.unsaved.transcript' }),
      request: ([entry]) => ({ url: `/api/watch/${entry?.payload.recording}/transcript`, body: {}, method: 'PUT' }),
      saved: (_answer, entries) => {
        this.readToEnd.update((ids) => new Set([...ids, ...entries.map((entry) => entry.key)]));
        return entries.map((entry) => entry.key);
      },
    });
  }

  /** What the server holds of this person's watching. An error with status 404 means: nothing yet. */
  coverage(recording: () => string | undefined): HttpResourceRef<Coverage | undefined> {
    return httpResource<Coverage>(() => {
      const id = recording();
      return id ? `/api/watch/${id}` : undefined;
    });
  }

  transcript(recording: () => string, locale: () => Locale | undefined): HttpResourceRef<Transcript | undefined> {
    return httpResource<Transcript>(() => {
      const language = locale();
      return language ? `/api/recordings/${recording()}/transcripts/${language}` : undefined;
    });
  }

  /** The session of `recording` on this page; the same one when the reader comes back to it. */
  session(recording: Pick<RecordingDetail, 'id' | 'rev' | 'duration'>): PlaySession {
    const key = `${recording.id}/${recording.rev}`;
    const session = this.sessions.get(key) ?? new PlaySession(recording, (claim, now) => this.keep(claim, now));
    this.sessions.set(key, session);
    return session;
  }

  /** A session of its own for a clip out of `recording`: where somebody goes on in the recording is not touched. */
  clip(recording: Pick<RecordingDetail, 'id' | 'rev' | 'duration'>): PlaySession {
    return new PlaySession(recording, (claim, now) => this.keep(claim, now), true);
  }

  /** The captions at `url`, as WebVTT. */
  captions(url: () => string | undefined): HttpResourceRef<string | undefined> {
    return httpResource.text(url);
  }

  /** What the server has said it covers of `recording` since this page was opened; undefined before its first answer. */
  saved(recording: () => string): Signal<Range[] | undefined> {
    return computed(() => this.answered().get(recording()));
  }

  /** What this device still holds back of `recording`, also from earlier visits. */
  waiting(recording: () => string): Signal<Range[]> {
    return computed(() => {
      const claims = this.outbox.waiting<WatchClaim>('watch').map((entry) => entry.payload);
      return union(...claims.filter((claim) => claim.recording === recording()).map((claim) => claim.ranges));
    });
  }

  /** Notes that the transcript of `recording` was read to its end. */
  readTranscript(recording: string): void {
    this.outbox.put('transcript-read', recording, { recording });
  }

  /** `waiting`: noted on this device. `saved`: the server has it. */
  transcriptRead(recording: () => string): Signal<'waiting' | 'saved' | null> {
    return computed(() => {
      if (this.readToEnd().has(recording())) return 'saved';
      return this.outbox.waiting('transcript-read').some((entry) => entry.key === recording()) ? 'waiting' : null;
    });
  }

  /** Takes a lease for playing without a line where one is due. Throws where the server cannot be reached; the one that is held stays. */
  async renewLease(): Promise<void> {
    if (!leaseIsDue(new Date())) return;
    holdLease(await firstValueFrom(this.http.post<Lease>('/api/watch/leases', { lease: crypto.randomUUID() })));
  }

  private keep(claim: WatchClaim, now: boolean): void {
    this.outbox.put('watch', claim.session, claim);
    if (!now) return;
    if (document.visibilityState === 'hidden') this.outbox.leave();
    else void this.outbox.flush();
  }

  private accept({ results }: WatchResults, entries: readonly Entry<WatchClaim>[]): string[] {
    const recordings = new Map(entries.map((entry) => [entry.key, entry.payload.recording]));
    this.answered.update((known) => {
      const copy = new Map(known);
      for (const { session, covered } of results) {
        const recording = recordings.get(session);
        if (recording) copy.set(recording, union(copy.get(recording) ?? [], covered));
      }
      return copy;
    });
    return results.filter((result) => result.pending.length === 0).map((result) => result.session);
  }
}
