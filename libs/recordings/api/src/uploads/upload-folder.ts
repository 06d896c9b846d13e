import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { type Config, InjectConfig } from '@haven/shared/api';

/** Where files lie while they arrive. API and worker see the same folder. */
@Injectable()
export class UploadFolder {
  readonly root: string;

  constructor(@InjectConfig() { DATA_DIR }: Config) {
    this.root = join(DATA_DIR, 'uploads');
  }

  fileOf(id: string): string {
    return join(this.root, id);
  }

  /** What the tus server noted of the upload. */
  notesOf(id: string): string {
    return join(this.root, `${id}.json`);
  }
}
