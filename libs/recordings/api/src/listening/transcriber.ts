import { openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { type CaptionCue, tidyCue } from '@haven/recordings/contract';
import { type Locale } from '@haven/shared/contract';
import * as z from 'zod';
import { ffmpeg, type Job } from '../media/ffmpeg';
import { MediaProblem, problem } from '../media/media-problem';

/** Where the service is, and how it knows us. */
export interface Service {
  readonly url: string;
  readonly key: string | undefined;
  readonly model: string;
}

/** One request carries this much, in seconds: at 32 kb/s it stays far below the 25 MB that such services take. */
const PART_S = 30 * 60;
const TRIES = 4;
const ANSWER_LIMIT = 20_000_000;
const PATIENCE_MS = 10 * 60_000;
const LONGEST_PAUSE_S = 30;

const Answer = z.object({
  segments: z.array(z.object({ start: z.number(), end: z.number(), text: z.string() })),
});

/**
 * A speech-to-text service that answers like OpenAI's `/v1/audio/transcriptions` with `verbose_json`: Whisper servers, cloud services. It
 * is sent the sound alone, in parts; it never learns what the recording is called or who asks.
 */
export class Transcriber {
  constructor(private readonly service: Service) {}

  /** What is heard, in order. @throws MediaProblem `transcriber-failed` with the service's own words. */
  async transcribe(job: Job, language: Locale): Promise<CaptionCue[]> {
    const cues: CaptionCue[] = [];
    for (let start = 0; start < job.duration; start += PART_S) {
      const part = await this.cut(job, start);
      const { segments } = await this.ask(part, language, job.signal);
      const shift = (seconds: number) => Math.round((seconds + start) * 1000);
      for (const { start: from, end: to, text } of segments)
        cues.push(tidyCue({ id: '', from: shift(from), to: shift(to), speaker: null, text, settings: '' }));
      job.progress((start + PART_S) / job.duration);
    }
    return cues.filter(({ from, to, text }) => to > from && text !== '').sort((a, b) => a.from - b.from);
  }

  private async cut(job: Job, start: number): Promise<string> {
    const name = `part-${start}.m4a`;
    const sound = ['-map', '0:a:0', '-ac', '1', '-ar', '16000', '-c:a', 'aac', '-b:a', '32k', '-map_metadata', '-1'];
    const before = ['-ss', String(start), '-t', String(PART_S)];
    await ffmpeg({ ...job, progress: () => {} }, { before, after: [...sound, name] });
    return join(job.folder, name);
  }

  private async ask(file: string, language: Locale, signal: AbortSignal): Promise<z.infer<typeof Answer>> {
    for (let tries = 1; ; tries++) {
      const answer = await this.send(file, language, signal).catch((error: unknown) => {
        signal.throwIfAborted();
        throw refused(error instanceof Error ? error.message : String(error));
      });
      if (answer.ok) return read(await textOf(answer));
      const said = await textOf(answer);
      if (tries >= TRIES || !(answer.status === 429 || answer.status >= 500)) throw refused(`${answer.status} ${said}`);
      await pause(Number(answer.headers.get('retry-after')) || 2 ** tries, signal);
    }
  }

  private async send(file: string, language: Locale, signal: AbortSignal): Promise<Response> {
    const { url, key, model } = this.service;
    const form = new FormData();
    form.set('file', await openAsBlob(file, { type: 'audio/mp4' }), 'sound.m4a');
    form.set('model', model);
    form.set('language', language);
    form.set('response_format', 'verbose_json');
    form.append('timestamp_granularities[]', 'segment');
    return fetch(url, {
      method: 'POST',
      body: form,
      headers: key === undefined ? {} : { authorization: `Bearer ${key}` },
      // The key is for this address alone.
      redirect: 'error',
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    });
  }
}

/** At most so much of an answer; what goes on for ever is no transcript. */
async function textOf(answer: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of answer.body ?? []) {
    if ((size += part.length) > ANSWER_LIMIT) throw refused('The answer is too long.');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function read(text: string): z.infer<typeof Answer> {
  try {
    return Answer.parse(JSON.parse(text));
  } catch {
    throw refused(`The answer has no timed segments: ${text}`);
  }
}

const refused = (said: string): MediaProblem =>
  problem('transcriber-failed', { said: said.replace(/\s+/g, ' ').trim().slice(0, 200) }, said.slice(0, 2000));

async function pause(seconds: number, signal: AbortSignal): Promise<void> {
  await after(Math.min(seconds, LONGEST_PAUSE_S) * 1000, undefined, { signal });
}
