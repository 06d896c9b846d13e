import { RequestMethod } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Right, RESPONSE, RIGHT } from '@haven/shared/api';
import type * as z from 'zod';

/** Nest's numbers for what a handler's parameter takes from the request. */
const kinds: Record<string, 'body' | 'query' | 'param'> = { 3: 'body', 4: 'query', 5: 'param' };

/** A route as its decorators state it. */
export interface Route {
  /** `GET /api/courses/:slug` */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly right: Right | 'public' | undefined;
  /** The schema of the answer, or the kind of file it is. */
  readonly response: z.ZodType | string | undefined;
  readonly status: number;
  /** What it takes from the request, and whether a schema stands beside it. */
  readonly inputs: readonly { readonly kind: string; readonly hasSchema: boolean }[];
  readonly controller: { readonly prototype: object };
  readonly handler: string;
}

/** Every route of the application, sorted by name. */
export function routesOf(app: NestFastifyApplication): Route[] {
  const controllers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]);
  const routes = controllers.flatMap(({ metatype }) => handlersOf(metatype as unknown as Route['controller']));
  return routes.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function handlersOf(controller: Route['controller']): Route[] {
  const prefix = String(Reflect.getMetadata(PATH_METADATA, controller) ?? '');
  return Object.getOwnPropertyNames(controller.prototype).flatMap((handler) => {
    const method = Object.getOwnPropertyDescriptor(controller.prototype, handler)?.value as object;
    const number = Reflect.getMetadata(METHOD_METADATA, method) as number | undefined;
    if (number === undefined) return [];
    const own = `/${[prefix, String(Reflect.getMetadata(PATH_METADATA, method))].join('/')}`
      .replace(/\/+/g, '/')
      .replace(/(.)\/$/, '$1');
    const path = /^\/(media|healthz|readyz)/.test(own) ? own : `/api${own}`;
    const verb = RequestMethod[number] ?? '';
    return [
      {
        name: `${verb} ${path}`,
        method: verb,
        path,
        right: Reflect.getMetadata(RIGHT, method) as Route['right'],
        response: Reflect.getMetadata(RESPONSE, method) as Route['response'],
        status:
          (Reflect.getMetadata(HTTP_CODE_METADATA, method) as number | undefined) ?? (verb === 'POST' ? 201 : 200),
        inputs: inputsOf(controller, handler),
        controller,
        handler,
      },
    ];
  });
}

function inputsOf(controller: object, handler: string): Route['inputs'] {
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) ?? {}) as Record<
    string,
    { schema?: unknown }
  >;
  return Object.entries(args).flatMap(([key, { schema }]) => {
    const kind = kinds[key.split(':')[0] ?? ''];
    return kind ? [{ kind, hasSchema: schema !== undefined }] : [];
  });
}
