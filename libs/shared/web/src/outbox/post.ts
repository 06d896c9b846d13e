import { problemIn } from '../problem-of';

/** What became of a request: an answer, a refusal with its code, or nothing that says whether it arrived. */
export type Posted =
  | { readonly kind: 'answer'; readonly body: unknown }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'no-answer'; readonly retryAfter: string | null };

// Browsers refuse `keepalive` bodies above 64 KiB in all.
const keepaliveLimit = 60_000;

/** Where something goes. Every such endpoint is idempotent, whatever the method. */
export interface Letter {
  url: string;
  body: unknown;
  method?: 'POST' | 'PUT';
}

// Nobody is refused for good for what waiting, or a session that is made in a moment, can mend.
const mayPass = (status: number) => status >= 500 || status === 429 || status === 408 || status === 401;

/** Sends JSON. `leaving` asks the browser to finish it after the page is gone. */
export async function post({ url, body, method = 'POST' }: Letter, leaving: boolean): Promise<Posted> {
  const text = JSON.stringify(body);
  // Firefox before 133 ends every request with its page. Nobody hears the answer of a beacon, so what it carries is sent once more.
  if (leaving && method === 'POST' && typeof Request === 'function' && !('keepalive' in Request.prototype)) {
    navigator.sendBeacon(url, new Blob([text], { type: 'application/json' }));
    return { kind: 'no-answer', retryAfter: null };
  }
  try {
    const answer = await fetch(url, {
      method,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: text,
      keepalive: leaving && text.length < keepaliveLimit,
    });
    if (answer.ok) return { kind: 'answer', body: await answer.json() };
    if (mayPass(answer.status)) return { kind: 'no-answer', retryAfter: answer.headers.get('retry-after') };
    return { kind: 'refused', code: problemIn(await answer.json().catch(() => null))?.code ?? 'failed' };
  } catch {
    return { kind: 'no-answer', retryAfter: null };
  }
}
