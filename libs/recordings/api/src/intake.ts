import { basename, extname } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@haven/shared/api';
import { type EntityManager } from 'typeorm';
import { Steps } from './pipeline/steps';
import { RecordingRow } from './recording.entity';
import { TimelineRow } from './timeline.entity';
import { type UploadRow } from './uploads/upload.entity';

/** How an uploaded file becomes a recording, or the next timeline of one. */
@Injectable()
export class Intake {
  constructor(
    private readonly steps: Steps,
    private readonly clock: Clock,
  ) {}

  /** Works in the caller's transaction. The recording has the upload's id, so that doing it twice would be refused by its key. */
  async take(manager: EntityManager, upload: UploadRow): Promise<void> {
    const now = this.clock.now();
    const recordingId = upload.replaces ?? (await this.open(manager, upload, now));
    const rev = await this.nextRev(manager, recordingId);
    const { name, size, id: uploadId } = upload;
    const timeline = { recordingId, rev, name, size, uploadId, createdAt: now };
    await manager.insert(TimelineRow, timeline);
    await this.steps.begin(manager, timeline);
  }

  private async open(manager: EntityManager, { id, personId, name, language }: UploadRow, now: Date): Promise<string> {
    const title = titleOf(name);
    await manager.insert(RecordingRow, {
      id,
      slug: `${slugOf(title)}-${newId().slice(-6)}`,
      rev: 1,
      title: { en: title },
      description: { en: '' },
      language,
      recordedOn: now.toISOString().slice(0, 10),
      synthetic: false,
      speakers: [],
      authorId: personId,
      archivedAt: null,
      createdAt: now,
    });
    return id;
  }

  /** Waits for another upload to the same recording. A file that still waits to take its place gives way. */
  private async nextRev(manager: EntityManager, recordingId: string): Promise<number> {
    const lock = { mode: 'pessimistic_write' } as const;
    const recording = await manager.findOneOrFail(RecordingRow, { where: { id: recordingId }, lock });
    const [last] = await manager.find(TimelineRow, { where: { recordingId }, order: { rev: 'DESC' }, take: 1 });
    if (last && last.rev > recording.rev) await manager.delete(TimelineRow, { recordingId, rev: last.rev });
    return (last?.rev ?? 0) + 1;
  }
}

/** A file's name as a title for people: `City_webinar-final.mp4` is "City webinar final". */
function titleOf(name: string): string {
  const bare = basename(name, extname(name)).replace(/[\s_-]+/g, ' ');
  return bare.trim().slice(0, 200) || 'Recording';
}

function slugOf(title: string): string {
  const ascii = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return (
    ascii
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 60)
      .replace(/^-+|-+$/g, '') || 'recording'
  );
}
