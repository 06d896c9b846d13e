import { topic } from '@haven/shared/api';

/** A guest signed in: what the guest did becomes the person's. Domains with facts about people subscribe and unite them. */
export const guestClaimed = topic<{ guest: string; person: string }>('identity.guest-claimed');
