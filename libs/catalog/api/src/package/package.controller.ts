import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { PackageQuery, PackageReport, SendPackage, TakenPackage, TakePackage } from '@haven/catalog/contract';
import { type Actor, By, lengthOf, type Person, Requires, Returns, ReturnsFile } from '@haven/shared/api';
import { IdParam } from '@haven/shared/contract';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { ExportCourse } from './export-course';
import { Incoming } from './incoming';

/** Courses as packages, out and in. What comes in stays on the socket until there is room for its bytes. */
@Controller('studio')
export class PackageController {
  constructor(
    private readonly exports: ExportCourse,
    private readonly incoming: Incoming,
  ) {}

  @Get('courses/:id/package')
  @Requires('draft.read')
  @ReturnsFile('course package')
  @Header('x-content-type-options', 'nosniff')
  @Header('cache-control', 'private, no-store')
  async package(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Query({ schema: PackageQuery }) { release }: PackageQuery,
    @By() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { slug, zip } = await this.exports.run(actor, id, release);
    const name = `${slug}${release === undefined ? '' : `-${release}`}.zip`;
    void reply.header('content-disposition', `attachment; filename="${name}"`).type('application/zip').send(zip);
  }

  @Post('packages')
  @HttpCode(200)
  @Requires('draft.edit')
  @Returns(PackageReport)
  send(
    @Query({ schema: SendPackage }) given: SendPackage,
    @By() actor: Person,
    @Req() request: FastifyRequest,
  ): Promise<PackageReport> {
    return this.incoming.send(actor, given, lengthOf(request), request.raw);
  }

  @Get('packages/:id')
  @Requires('draft.edit')
  @Returns(PackageReport)
  look(@Param({ schema: IdParam }) { id }: IdParam, @By() actor: Person): Promise<PackageReport> {
    return this.incoming.look(actor, id);
  }

  @Post('packages/:id/course')
  @Requires('draft.edit')
  @Returns(TakenPackage)
  take(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: TakePackage }) { slug }: TakePackage,
    @By() actor: Person,
  ): Promise<TakenPackage> {
    return this.incoming.take(actor, id, slug);
  }
}
