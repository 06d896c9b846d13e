import { inject } from '@angular/core';
import { type CanMatchFn, RedirectCommand, Router } from '@angular/router';
import { isStaff } from '@haven/shared/contract/plain';
import { SessionStore } from './session-store';

/**
 * Matches for people who may see drafts. A visitor is asked to sign in and comes back; for anyone else the address does not exist, as the
 * API would say: the not-found page shows in its place. Where the server cannot be asked the page shows and says so itself.
 */
export const staffOnly: CanMatchFn = async () => {
  const [session, router] = [inject(SessionStore), inject(Router)];
  const target = router.currentNavigation()?.extractedUrl;
  const url = target ? router.serializeUrl(target) : '/studio';
  const locale = /^\/es(\/|$)/.test(url) ? '/es' : '';
  const person = await session.known();
  if (person === undefined || (person && isStaff(person.role))) return true;
  if (person === null || person.role === 'guest')
    return router.createUrlTree([`${locale}/sign-in`], { queryParams: { next: url } });
  // Not `false`: the router takes a bare /studio whose children do not match for an empty page, and never comes to the not-found route.
  return new RedirectCommand(router.parseUrl(`${locale}/not-found`), { skipLocationChange: true });
};
