import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { ObjectStore, Refusal } from '@haven/shared/api';
import {
  ALL_FORMATS,
  CmafOutputFormat,
  Conversion,
  FilePathSource,
  FilePathTarget,
  HlsOutputFormat,
  Input,
  Output,
  PathedTarget,
} from 'mediabunny';
import { type MediaFile } from './recording.entity';

const types: Record<string, string> = { m3u8: 'application/vnd.apple.mpegurl', m4s: 'video/iso.segment' };

/**
 * Makes a recording playable: HLS (RFC 8216) with CMAF, one file per rendition addressed by byte ranges. Packets are copied, never
 * transcoded, by mediabunny: no program besides Node is needed.
 */
@Injectable()
export class Packager {
  constructor(private readonly objects: ObjectStore) {}

  /**
   * Packages the media file at `path`. `duration` is what was really written, in whole seconds.
   * @throws Refusal `bad-media` with the reason in plain words.
   */
  async package(path: string): Promise<{ files: Record<string, MediaFile>; duration: number }> {
    const folder = await mkdtemp(join(tmpdir(), 'haven-package-'));
    const input = new Input({ source: new FilePathSource(path), formats: ALL_FORMATS });
    try {
      const duration = await this.convert(input, folder);
      return { files: await this.store(folder), duration };
    } finally {
      input.dispose();
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async convert(input: Input, folder: string): Promise<number> {
    if (!(await input.canRead()))
      throw new Refusal('bad-media', 'This file is not a video or a sound recording that Haven can read.');
    const duration = Math.floor(await input.computeDuration());
    if (duration < 1) throw new Refusal('bad-media', 'This recording is shorter than a second.');
    const output = new Output({
      format: new HlsOutputFormat({
        segmentFormat: new CmafOutputFormat(),
        singleFilePerPlaylist: true,
        targetDuration: 4,
      }),
      target: new PathedTarget('main.m3u8', ({ path }) => new FilePathTarget(join(folder, path))),
    });
    const conversion = await Conversion.init({ input, output, copy: { mode: 'forced' } });
    if (!conversion.isValid)
      throw new Refusal('bad-media', 'The picture and sound of this file cannot be played in a browser as they are.');
    await conversion.execute();
    return duration;
  }

  private async store(folder: string): Promise<Record<string, MediaFile>> {
    const files: Record<string, MediaFile> = {};
    for (const name of await readdir(folder)) {
      const { key, size } = await this.objects.put(createReadStream(join(folder, name)));
      files[name] = { object: key, size, type: types[name.split('.').pop() ?? ''] ?? 'application/octet-stream' };
    }
    return files;
  }
}
