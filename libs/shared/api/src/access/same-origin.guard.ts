import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { Refusal } from '../problem';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writes that another site's page made the browser send (OWASP CSRF cheat sheet: Fetch Metadata first, Origin where a browser
 * does not send it). The cookie is SameSite=Lax besides. A request without either header is not a browser's and carries no cookie of one.
 */
@Injectable()
export class SameOriginGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { method, headers } = context.switchToHttp().getRequest<FastifyRequest>();
    if (safe.has(method)) return true;
    const site = headers['sec-fetch-site'];
    const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none';
    // The Host header is trustworthy here: a host other than ours was refused before any route (see the site's host check).
    const foreignOrigin = headers.origin !== undefined && hostOf(headers.origin) !== headers.host;
    if (foreignSite || foreignOrigin)
      throw new Refusal('not-allowed-origin', 'This can only be done from the site itself.');
    return true;
  }
}

const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : null);
