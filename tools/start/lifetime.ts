import { PlainError } from '../postgres/plain-error.ts';

/** Aborts when we are asked to stop: by Ctrl-C, by a signal, or by the end of the process that started us. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  if (process.channel) {
    process.on('disconnect', stop);
    // The channel is there to tell us of its end, not to keep us alive.
    process.channel.unref();
  }
  // A closed terminal must not end us before what we started has stopped.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
  return controller.signal;
}

/** Resolves when the signal has aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

/** What to print for an error: a PlainError's sentence alone, the whole stack of anything else. */
export function errorText(error: unknown): string {
  if (error instanceof PlainError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
