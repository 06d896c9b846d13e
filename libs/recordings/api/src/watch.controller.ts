import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Coverage, Lease, LeaseAsked, RevQuery, WatchClaims, WatchResults } from '@haven/recordings/contract';
import { By, type Person, Requires, Returns } from '@haven/shared/api';
import { Done, IdParam } from '@haven/shared/contract';
import { Leases } from './leases';
import { WatchService } from './watch.service';

@Controller('watch')
export class WatchController {
  constructor(
    private readonly watch: WatchService,
    private readonly leases: Leases,
  ) {}

  @Post('claims')
  @HttpCode(200)
  @Requires('own')
  @Returns(WatchResults)
  claim(@Body({ schema: WatchClaims }) { claims }: WatchClaims, @By() actor: Person): Promise<WatchResults> {
    return this.watch.claim(actor, claims);
  }

  @Post('leases')
  @HttpCode(200)
  @Requires('own')
  @Returns(Lease)
  lease(@Body({ schema: LeaseAsked }) { lease }: LeaseAsked, @By() actor: Person): Promise<Lease> {
    return this.leases.open(actor, lease);
  }

  @Get(':id')
  @Requires('own')
  @Returns(Coverage)
  coverage(
    @Param({ schema: IdParam }) { id }: IdParam,
    @Query({ schema: RevQuery }) { rev }: RevQuery,
    @By() actor: Person,
  ): Promise<Coverage> {
    return this.watch.coverageOf(actor, id, rev);
  }

  @Put(':id/transcript')
  @Requires('own')
  @Returns(Done)
  async transcriptRead(@Param({ schema: IdParam }) { id }: IdParam, @By() actor: Person): Promise<Done> {
    await this.watch.transcriptRead(actor, id);
    return { ok: true };
  }
}
