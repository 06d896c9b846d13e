import { Controller, Get, Header, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { XliffQuery, XliffReport } from '@haven/catalog/contract';
import { type Actor, By, lengthOf, type Person, Requires, Returns, ReturnsFile } from '@haven/shared/api';
import { IdParam } from '@haven/shared/contract';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Xliffs } from './xliffs';

/** Translations as files, out and in. What comes in is looked at before it is taken; then it is sent once more. */
@Controller('studio/courses/:id')
export class XliffController {
  constructor(private readonly xliffs: Xliffs) {}

  @Get('xliff')
  @Requires('draft.read')
  @ReturnsFile('XLIFF 2.1')
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'private, no-store')
  async file(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Query({ schema: XliffQuery }) { item }: XliffQuery,
    @By() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { slug, xml } = await this.xliffs.write(actor, id, item);
    const name = `${slug}.en-es.xlf`;
    void reply.header('content-disposition', `attachment; filename="${name}"`).type('application/xliff+xml').send(xml);
  }

  @Post('xliff-previews')
  @HttpCode(200)
  @Requires('draft.edit')
  @Returns(XliffReport)
  preview(
    @Param({ schema: IdParam }) { id }: IdParam,
    @By() actor: Person,
    @Req() request: FastifyRequest,
  ): Promise<XliffReport> {
    return this.xliffs.preview(actor, id, lengthOf(request), request.raw);
  }

  @Post('xliff-imports')
  @HttpCode(200)
  @Requires('draft.edit')
  @Returns(XliffReport)
  take(
    @Param({ schema: IdParam }) { id }: IdParam,
    @By() actor: Person,
    @Req() request: FastifyRequest,
  ): Promise<XliffReport> {
    return this.xliffs.take(actor, id, lengthOf(request), request.raw);
  }
}
