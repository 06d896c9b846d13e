import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CaptionCue } from '@haven/recordings/contract';
import * as fc from 'fast-check';
import { type Job } from '../media/ffmpeg';
import { canMake } from '../media/testing/fixtures';
import { holdBack } from './hold-back';
import { Transcriber } from './transcriber';

type Answers = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const segments = [
  { start: 0.5, end: 2, text: ' Good evening. ' },
  { start: 2, end: 4, text: 'Welcome.' },
];

(canMake ? describe : describe.skip)(`transcription${canMake ? '' : ' (skipped: ffmpeg is not installed)'}`, () => {
  let server: Server;
  let answers: Answers;
  let asked: { headers: IncomingMessage['headers']; body: string }[];
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'haven-listen-'));
    execFileSync('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', 'sine=duration=5', join(folder, 'sound.m4a')]);
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const body = Buffer.concat(parts).toString('latin1');
        asked.push({ headers: request.headers, body });
        answers(request, response, body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => (asked = []));
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const json =
    (status: number, body: unknown, headers: Record<string, string> = {}): Answers =>
    (_, response) =>
      void response.writeHead(status, headers).end(JSON.stringify(body));
  const transcribe = () => {
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/audio/transcriptions`;
    const job: Job = {
      ffmpeg: 'ffmpeg',
      source: join(folder, 'sound.m4a'),
      container: 'mov',
      duration: 5,
      folder,
      signal: new AbortController().signal,
      progress: () => {},
    };
    return new Transcriber({ url, key: 'a-secret', model: 'whisper-1' }).transcribe(job, 'es');
  };

  it('sends the sound with the key, and reads timed segments', async () => {
    answers = json(200, { text: 'all of it', segments });
    expect(await transcribe()).toEqual([
      expect.objectContaining({ from: 500, to: 2000, text: 'Good evening.' }),
      expect.objectContaining({ from: 2000, to: 4000, text: 'Welcome.' }),
    ]);
    expect(asked[0]?.headers.authorization).toBe('Bearer a-secret');
    for (const said of ['name="language"\r\n\r\nes', 'verbose_json', 'whisper-1', 'filename="sound.m4a"', 'ftyp'])
      expect(asked[0]?.body).toContain(said);
  });

  it('asks again when the service is busy', async () => {
    answers = (...args) =>
      (asked.length < 2 ? json(429, {}, { 'retry-after': '0.01' }) : json(200, { segments }))(...args);
    expect(await transcribe()).toHaveLength(2);
    expect(asked).toHaveLength(2);
  });

  it.each<[string, Answers, string]>([
    ['refuses the key', json(401, { error: 'wrong key' }), 'wrong key'],
    ['knows no times', json(200, { text: 'all of it' }), 'no timed segments'],
    ['answers with no JSON', (_, response) => void response.end('<html>busy</html>'), '<html>busy</html>'],
    ['sends us elsewhere', json(302, {}, { location: 'http://127.0.0.1:9/' }), ''],
    ['goes on for ever', (_, response) => void response.end('x'.repeat(21_000_000)), 'too long'],
  ])('fails in its own words where the service %s', async (_, answer, said) => {
    answers = answer;
    const failure = await transcribe().then(
      () => null,
      (error: { reason: { code: string; facts: { said: string } }; message: string }) => error,
    );
    expect(failure?.reason.code).toBe('transcriber-failed');
    expect(failure?.reason.facts.said).toContain(said);
    expect(JSON.stringify(failure) + failure?.message).not.toContain('a-secret');
    expect(asked).toHaveLength(1);
  });
});

describe('holding back', () => {
  const cue = (from: number, to: number, text: string): CaptionCue => ({
    id: '',
    from,
    to,
    speaker: null,
    text,
    settings: '',
  });

  it('sets aside words in silence, repetitions and what comes after the end', () => {
    const cues = [
      cue(0, 2000, 'Welcome.'),
      cue(3000, 5000, 'Thanks for watching!'),
      cue(6000, 7000, 'So.'),
      cue(7000, 8000, 'so'),
      cue(8000, 9000, 'So…'),
      cue(11_000, 12_000, 'After the end.'),
    ];
    const { kept, heldBack } = holdBack(cues, [[2.5, 5.2]], 10);
    expect(kept.map(({ text }) => text)).toEqual(['Welcome.', 'So.']);
    expect(heldBack.map(({ text }) => text)).toEqual(['Thanks for watching!', 'so', 'So…', 'After the end.']);
  });

  it('loses nothing of what was heard', () => {
    const heard = fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: 9000 }),
        long: fc.integer({ min: 0, max: 3000 }),
        same: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(heard, fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 5 }), (given, starts) => {
        const cues = given.map(({ from, long, same }, at) => cue(from, from + long, same ? 'the same' : `words ${at}`));
        const { kept, heldBack } = holdBack(
          cues,
          starts.map((start) => [start, start + 1]),
          8,
        );
        expect(new Set([...kept, ...heldBack])).toEqual(new Set(cues));
        expect(kept).toEqual(cues.filter((one) => kept.includes(one)));
      }),
    );
  });
});
