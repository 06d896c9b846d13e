import { applyDecorators, SerializeOptions, SetMetadata } from '@nestjs/common';
import * as z from 'zod';
import { type Right } from './can';

export const RIGHT = 'haven:right';
export const RESPONSE = 'haven:response';

/** States the right that a route needs. Every route states one, or says that it is public; a spec proves it. */
export const Requires = (right: Right) => SetMetadata(RIGHT, right);

/** Says that a route is for anyone at all. */
export const Public = () => SetMetadata(RIGHT, 'public');

/** The shape of the answer: whatever the schema does not name is stripped before it leaves. */
export const Returns = (schema: z.ZodType) =>
  applyDecorators(SerializeOptions({ schema }), SetMetadata(RESPONSE, schema));

/** For a route whose answer is a file, not JSON. */
export const ReturnsFile = (type: string) => SetMetadata(RESPONSE, type);
