import { AngularNodeAppEngine, createNodeRequestHandler } from '@angular/ssr/node';

/** The renderer that the API process imports: web requests in, rendered pages out, or null where no page matches. */
export const engine = new AngularNodeAppEngine();

export const reqHandler = createNodeRequestHandler((_request, _response, next) => next());
