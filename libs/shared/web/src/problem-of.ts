import { HttpErrorResponse } from '@angular/common/http';
import { type Problem } from '@haven/shared/contract';

/**
 * The refusal behind any error of a request. No answer at all (offline, server gone) is null: that is not the server's word.
 * Told by its `code` without the schema, which would bring zod into the first scripts of every page.
 */
export function problemOf(error: unknown): Problem | null {
  if (!(error instanceof HttpErrorResponse) || error.status === 0) return null;
  const code = error.status === 404 ? 'not-found' : 'failed';
  return problemIn(error.error) ?? { type: 'about:blank', status: error.status, code, title: error.message };
}

/** Whether `error` says nothing of what was asked for: there was no line, or nobody behind it who could answer. */
export const isUnanswered = (error: unknown): boolean => !!error && (problemOf(error)?.status ?? 503) >= 500;

/** The problem that the body of an answer holds, or null where it holds something else. */
export const problemIn = (body: unknown): Problem | null =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string'
    ? (body as Problem)
    : null;
