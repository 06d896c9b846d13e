import { SetMetadata } from '@nestjs/common';
import * as z from 'zod';
import { type Right } from './can';

export const RIGHT = 'haven:right';
export const RESPONSE = 'haven:response';

/** States the right that a route needs. Every route states one, or says that it is public; a spec proves it. */
export const Requires = (right: Right) => SetMetadata(RIGHT, right);

/** Says that a route is for anyone at all. */
export const Public = () => SetMetadata(RIGHT, 'public');

type Handler = (this: object, ...args: unknown[]) => unknown;

/**
 * The shape of the answer: whatever the schema does not name is stripped before it leaves. The handler itself is wrapped, because a single
 * interceptor sends every request through a chain of Observables, which costs more than all else that Nest does. What other decorators wrote
 * on the handler goes along.
 */
export const Returns =
  (schema: z.ZodType): MethodDecorator =>
  (_controller, _name, descriptor) => {
    const handler = descriptor.value as Handler;
    const stripping = async function (this: object, ...args: unknown[]) {
      const answer = schema.safeParse(await handler.apply(this, args));
      if (answer.success) return answer.data;
      throw new Error(`${handler.name} answers what it does not promise: ${answer.error.message}`);
    };
    Object.defineProperty(stripping, 'name', { value: handler.name });
    for (const key of Reflect.getMetadataKeys(handler))
      Reflect.defineMetadata(key, Reflect.getMetadata(key, handler), stripping);
    Reflect.defineMetadata(RESPONSE, schema, stripping);
    Object.assign(descriptor, { value: stripping });
  };

/** For a route whose answer is a file, not JSON. */
export const ReturnsFile = (type: string) => SetMetadata(RESPONSE, type);
