import { FetchBackend, type HttpBackend, type HttpEvent, type HttpRequest } from '@angular/common/http';
import { inject, InjectionToken, Service } from '@angular/core';
import { type Observable } from 'rxjs';

/** Where `/api` is for a page that is rendered on the server, as `http://127.0.0.1:3000`; null in a browser, where it is here. */
export const API_ORIGIN = new InjectionToken<string | null>('API_ORIGIN', { factory: () => null });

/**
 * Sends `/api` calls of a server render to the loopback port. A backend and not an interceptor: the cache that hands answers on to the
 * browser is filled before it, under the address that the browser will ask for, so that hydration asks for nothing again.
 */
@Service()
export class ApiOriginBackend implements HttpBackend {
  private readonly inner = inject(FetchBackend);
  private readonly origin = inject(API_ORIGIN);

  handle(request: HttpRequest<unknown>): Observable<HttpEvent<unknown>> {
    const url = new URL(request.url, 'http://page');
    const here = this.origin && url.pathname.startsWith('/api/');
    return this.inner.handle(here ? request.clone({ url: this.origin + url.pathname + url.search }) : request);
  }
}
