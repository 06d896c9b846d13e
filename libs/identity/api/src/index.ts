export { GroupRow, MembershipRow } from './group.entity';
export { Groups } from './groups';
export { GuestInterceptor } from './guest.interceptor';
export { IdentityModule } from './identity.module';
export { type NewAccount, People } from './people';
export { PersonRow } from './person.entity';
export { guestClaimed } from './guest-claimed';
export { SessionRow } from './session.entity';
export { Sessions } from './sessions';
