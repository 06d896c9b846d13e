import { Body, Controller, Delete, Get, Head, HttpCode, Param, Patch, Post, Put, Req, Res } from '@nestjs/common';
import { UploadCards, UploadHash, UploadTwin } from '@haven/recordings/contract';
import { By, type Person, Requires, Returns, ReturnsFile } from '@haven/shared/api';
import { IdParam } from '@haven/shared/contract';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { TusServer } from './tus-server';
import { Uploads } from './uploads';

/** Uploads. The bytes travel by tus 1.0 (tus.io, protocol 1.0.0), whose own server answers once it is clear who asks for what. */
@Controller('uploads')
export class UploadController {
  constructor(
    private readonly uploads: Uploads,
    private readonly tus: TusServer,
  ) {}

  @Get()
  @Requires('draft.edit')
  @Returns(UploadCards)
  mine(@By() actor: Person): Promise<UploadCards> {
    return this.uploads.mine(actor);
  }

  @Post()
  @HttpCode(201)
  @Requires('draft.edit')
  @ReturnsFile('tus')
  begin(@By() actor: Person, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.tus.begin(actor, request, reply);
  }

  @Head(':id')
  @Requires('draft.edit')
  @ReturnsFile('tus')
  async state(
    @Param({ schema: IdParam }) { id }: IdParam,
    @By() actor: Person,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.tus.carryOn(actor, id, request, reply);
  }

  @Patch(':id')
  @Requires('draft.edit')
  @ReturnsFile('tus')
  async receive(
    @Param({ schema: IdParam }) { id }: IdParam,
    @By() actor: Person,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.tus.carryOn(actor, id, request, reply);
  }

  @Delete(':id')
  @Requires('draft.edit')
  @ReturnsFile('tus')
  async cancel(
    @Param({ schema: IdParam }) { id }: IdParam,
    @By() actor: Person,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.tus.carryOn(actor, id, request, reply);
  }

  @Put(':id/hash')
  @Requires('draft.edit')
  @Returns(UploadTwin)
  claim(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Body({ schema: UploadHash }) { sha256 }: UploadHash,
    @By() actor: Person,
  ): Promise<UploadTwin> {
    return this.uploads.claim(actor, id, sha256);
  }
}
