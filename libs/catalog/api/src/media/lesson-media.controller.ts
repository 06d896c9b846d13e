import { Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import { AddMedia, LessonMedia, LessonMediaParam } from '@haven/catalog/contract';
import { type Actor, By, lengthOf, ObjectStore, type Person, Requires, Returns, ReturnsFile } from '@haven/shared/api';
import { IdParam } from '@haven/shared/contract';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { LessonMediaStore } from './lesson-media';

/** Pictures and files of lessons. What comes in stays on the socket until its bytes are reserved. */
@Controller()
export class LessonMediaController {
  constructor(
    private readonly media: LessonMediaStore,
    private readonly objects: ObjectStore,
  ) {}

  @Post('studio/courses/:id/media')
  @Requires('draft.edit')
  @Returns(LessonMedia)
  add(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Query({ schema: AddMedia }) { kind }: AddMedia,
    @By() actor: Person,
    @Req() request: FastifyRequest,
  ): Promise<LessonMedia> {
    return this.media.take(actor, id, kind, lengthOf(request), request.raw);
  }

  @Get('media/lessons/:hash/:file')
  @Requires('material.read')
  @ReturnsFile('lesson media')
  @Header('x-content-type-options', 'nosniff')
  @Header('content-security-policy', "default-src 'none'; sandbox")
  async file(
    @Param({ schema: LessonMediaParam }) { hash, file }: LessonMediaParam,
    @By() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { key, media, published } = await this.media.find(actor, hash, file);
    void reply.header('etag', `"${key}"`).header('cache-control', published ? forever : 'private, no-store');
    if (media.kind === 'file') void reply.header('content-disposition', 'attachment');
    if (request.headers['if-none-match'] === `"${key}"`) return void reply.status(304).send();
    void reply.type(media.kind === 'picture' ? 'image/webp' : 'application/octet-stream').send(this.objects.read(key));
  }
}

const forever = 'public, max-age=31536000, immutable';
