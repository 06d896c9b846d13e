import { rm, stat } from 'node:fs/promises';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { hashFile, ObjectStore } from '@haven/shared/api';
import { type DataSource } from 'typeorm';
import { problem } from '../../media/media-problem';
import { TimelineRow } from '../../timeline.entity';
import { UploadRow } from '../../uploads/upload.entity';
import { UploadFolder } from '../../uploads/upload-folder';
import { type Made, type StepContext, type StepResult } from '../step-work';

/**
 * Compares a file that arrived with what its sender's browser read, and makes it an object. The hash is written down before the file
 * moves: after a crash in between, it is either still where it arrived or already where it belongs.
 */
@Injectable()
export class Check {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly uploads: UploadFolder,
    private readonly objects: ObjectStore,
  ) {}

  async run({ timeline, progress }: StepContext): Promise<StepResult> {
    const { uploadId } = timeline;
    if (uploadId === null) return {};
    const file = this.uploads.fileOf(uploadId);
    const size = (await stat(file).catch(() => null))?.size;
    if (size === undefined) return this.arrived(timeline, uploadId);
    if (size === 0) throw problem('empty');
    const hash = await hashFile(file, (done) => progress(done / size));
    const upload = await this.database.manager.findOneBy(UploadRow, { id: uploadId });
    if (upload?.sha256 && upload.sha256 !== hash) throw problem('changed-on-the-way');
    const { recordingId, rev } = timeline;
    await this.database.manager.update(TimelineRow, { recordingId, rev }, { original: hash });
    await this.objects.adopt(file, hash);
    return this.over(uploadId);
  }

  /** No file: an earlier run has moved it. */
  private async arrived({ original }: TimelineRow, uploadId: string): Promise<Made> {
    if (original === null || (await this.objects.size(original)) === null)
      throw problem('failed', {}, 'upload is gone');
    return this.over(uploadId);
  }

  private over(uploadId: string): Made {
    return {
      set: { uploadId: null },
      write: async (manager) => {
        await manager.delete(UploadRow, { id: uploadId });
        await rm(this.uploads.notesOf(uploadId), { force: true });
      },
    };
  }
}
