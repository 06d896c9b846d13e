import { Body, Controller, Delete, Get, HttpCode, Param, Post, UseInterceptors } from '@nestjs/common';
import { GroupOffer, JoinGroup, NewGroup, OwnGroups, StudioGroup, StudioGroups } from '@haven/identity/contract';
import { type Actor, By, type Person, Public, Requires, Returns } from '@haven/shared/api';
import { IdParam } from '@haven/shared/contract';
import { Groups } from './groups';
import { GuestInterceptor } from './guest.interceptor';

@Controller()
export class GroupController {
  constructor(private readonly groups: Groups) {}

  @Get('groups')
  @Public()
  @Returns(OwnGroups)
  mine(@By() actor: Actor): Promise<OwnGroups> {
    return this.groups.mine(actor);
  }

  @Get('groups/offers/:code')
  @Public()
  @Returns(GroupOffer)
  offer(@Param({ schema: JoinGroup }) code: JoinGroup, @By() actor: Actor): Promise<GroupOffer> {
    return this.groups.offer(actor, code);
  }

  @Post('groups/memberships')
  @HttpCode(200)
  @Requires('learn')
  @UseInterceptors(GuestInterceptor)
  @Returns(GroupOffer)
  join(@Body({ schema: JoinGroup }) code: JoinGroup, @By() actor: Person): Promise<GroupOffer> {
    return this.groups.join(actor, code);
  }

  @Delete('groups/:id/membership')
  @Requires('own')
  @Returns(OwnGroups)
  leave(@Param({ schema: IdParam }) { id }: IdParam, @By() actor: Person): Promise<OwnGroups> {
    return this.groups.leave(actor, id);
  }

  @Get('studio/groups')
  @Requires('draft.read')
  @Returns(StudioGroups)
  list(@By() actor: Actor): Promise<StudioGroups> {
    return this.groups.list(actor);
  }

  @Post('studio/groups')
  @Requires('group.manage')
  @Returns(StudioGroup)
  make(@Body({ schema: NewGroup }) group: NewGroup, @By() actor: Person): Promise<StudioGroup> {
    return this.groups.make(actor, group);
  }

  @Post('studio/groups/:id/code')
  @HttpCode(200)
  @Requires('group.manage')
  @Returns(StudioGroup)
  renew(@Param({ schema: IdParam }) { id }: IdParam, @By() actor: Person): Promise<StudioGroup> {
    return this.groups.renew(actor, id);
  }

  @Delete('studio/groups/:id')
  @Requires('group.manage')
  @Returns(StudioGroup)
  delete(@Param({ schema: IdParam }) { id }: IdParam, @By() actor: Person): Promise<StudioGroup> {
    return this.groups.delete(actor, id);
  }

  @Post('studio/groups/:id/restoration')
  @HttpCode(200)
  @Requires('group.manage')
  @Returns(StudioGroup)
  restore(@Param({ schema: IdParam }) { id }: IdParam, @By() actor: Person): Promise<StudioGroup> {
    return this.groups.restore(actor, id);
  }
}
