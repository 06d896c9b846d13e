import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import {
  type Actor,
  By,
  type Config,
  InjectConfig,
  notFound,
  ObjectStore,
  Requires,
  ReturnsFile,
} from '@haven/shared/api';
import { Id, Locale } from '@haven/shared/contract';
import { oneRange } from '@haven/shared/contract/plain';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import * as z from 'zod';

import { Recordings } from './recordings';
import { MAIN, type MediaFile } from './timeline.entity';

const FileParam = z.strictObject({ id: Id, rev: z.coerce.number().int(), file: z.string().regex(/^[\w.-]{1,100}$/) });
type FileParam = z.infer<typeof FileParam>;

/** Files of recordings. Access is checked once per request; behind nginx the bytes are handed over by X-Accel-Redirect. */
@Controller('media/recordings')
export class MediaController {
  constructor(
    private readonly recordings: Recordings,
    private readonly objects: ObjectStore,
    @InjectConfig() private readonly config: Config,
  ) {}

  @Get(':id/:rev/:file')
  @Requires('material.read')
  @ReturnsFile('media')
  @Header('x-content-type-options', 'nosniff')
  async file(
    @Param({ schema: FileParam }) { id, rev, file }: FileParam,
    @By() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { timeline } = await this.recordings.load(actor, id, rev);
    const locale = Locale.safeParse(/^captions\.([a-z]{2})\.vtt$/.exec(file)?.[1]);
    if (locale.success) return sendCaptions(reply, await this.recordings.captions(actor, id, locale.data, rev));
    const media = Object.hasOwn(timeline.files, file) ? timeline.files[file] : undefined;
    if (!media) throw notFound();
    const etag = `"${media.object}"`;
    void reply.type(media.type).header('accept-ranges', 'bytes').header('etag', etag);
    void reply.header('cache-control', cachingOf(file, timeline.published));
    if (request.headers['if-none-match'] === etag) return void reply.status(304).send();
    this.sendMedia(reply, media, request.headers.range);
  }

  private sendMedia(reply: FastifyReply, { object, size }: MediaFile, header: string | undefined): void {
    const path = this.config.ACCEL === 'on' ? this.objects.path(object) : null;
    if (path !== null) return void reply.header('x-accel-redirect', `/objects/${path}`).send();
    const range = oneRange(header, size);
    if (range === 'unsatisfiable')
      return void reply
        .status(416)
        .header('cache-control', 'no-store')
        .header('content-range', `bytes */${size}`)
        .send();
    if (range) void reply.status(206).header('content-range', `bytes ${range.start}-${range.end}/${size}`);
    const length = range ? range.end - range.start + 1 : size;
    void reply.header('content-length', length).send(this.objects.read(object, range ?? undefined));
  }
}

/** The main playlist gains a rung when one is made, so it is asked for again each time. What a draft shows is kept nowhere. */
function cachingOf(file: string, published: boolean): string {
  if (!published) return 'private, no-store';
  return file === MAIN ? 'public, no-cache' : 'public, max-age=31536000, immutable';
}

/** Captions can be corrected while the timeline stays, so a browser asks for them again each time. */
function sendCaptions(reply: FastifyReply, vtt: string): void {
  void reply.type('text/vtt; charset=utf-8').header('cache-control', 'no-cache').send(vtt);
}
