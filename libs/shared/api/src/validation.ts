import { StandardSchemaValidationPipe } from '@nestjs/common';
import { Refusal } from './problem';

/** Checks every body, query and path against the schema beside it and refuses with the fields at fault, by name. */
export const validation = () =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      new Refusal(
        'invalid',
        'Some of what was sent does not fit.',
        issues.slice(0, 50).map((issue) => ({
          path: (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
          message: issue.message,
        })),
      ),
  });
