// Makes the demo webinar: draws slides, narrates them with a computer voice, writes the video, captions and chapters.
// Needs ffmpeg (with the flite filter and libx264) and Chromium. See README.md.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { slideHtml, type Slide } from './slides.ts';

type Words = { en: string; es: string };
type Cue = Words & { say?: string; step?: number; all?: boolean; join?: boolean };
type Talk = {
  slug: string;
  output: string;
  recordedOn: string;
  reviewedOn: string;
  title: Words;
  description: Words;
  slides: (Slide & { chapter?: Words; cues: Cue[] })[];
};
type Timed = Words & { from: number; to: number };

const RATE = 48_000; // samples a second
const FPS = 25;
const FRAME = RATE / FPS; // samples in one picture
const KEY_SECONDS = 4; // largest keyframe gap
const FADE_FRAMES = 8;
const LEAD = 0.5; // silence before the first sentence of a slide
const GAP = 0.45; // between sentences
const JOIN = 0.12; // between two cues of one sentence
const TAIL = 0.7; // after the last sentence of a slide
const CAPTION_WIDTH = 42;

const here = dirname(fileURLToPath(import.meta.url));
const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const ffmpeg = process.env['FFMPEG'] ?? 'ffmpeg';

function run(command: string, args: string[]): { stdout: Buffer; stderr: string } {
  const done = spawnSync(command, args, { maxBuffer: 256 * 1024 * 1024, timeout: 600_000 });
  if (done.error) throw done.error;
  if (done.status !== 0)
    throw new Error(`${command} ended with ${done.status}\n${done.stderr.toString().slice(-2000)}`);
  return { stdout: done.stdout, stderr: done.stderr.toString() };
}

const ff = (...args: string[]) => run(ffmpeg, ['-hide_banner', '-nostdin', '-y', ...args]);

/** One sentence as 16-bit mono samples, with the silence at both ends cut off so that pauses are ours to choose. */
function narrate(work: string, text: string): Buffer {
  const file = join(work, 'say.txt');
  writeFileSync(file, text);
  const cut = 'silenceremove=start_periods=1:start_threshold=-45dB:start_silence=0.03';
  const filter =
    `${cut},areverse,${cut},areverse,atempo=0.95,aresample=${RATE}:resampler=swr:filter_size=64,` +
    'highpass=f=75,treble=g=2.5:f=4200,afade=t=in:d=0.01';
  return ff(
    '-loglevel',
    'error',
    '-f',
    'lavfi',
    '-i',
    `flite=voice=slt:textfile=${file}`,
    '-af',
    filter,
    '-f',
    's16le',
    '-ac',
    '1',
    'pipe:1',
  ).stdout;
}

const silence = (seconds: number) => Buffer.alloc(Math.round(seconds * RATE) * 2);

/** At most two lines of at most 42 characters, as even as they can be, never leaving a short word at the end of line one if avoidable. */
function wrap(text: string): string {
  if (text.length <= CAPTION_WIDTH) return text;
  const words = text.split(' ');
  let best: { lines: string; cost: number } | undefined;
  for (let i = 1; i < words.length; i++) {
    const a = words.slice(0, i).join(' ');
    const b = words.slice(i).join(' ');
    if (a.length > CAPTION_WIDTH || b.length > CAPTION_WIDTH) continue;
    const last = words[i - 1] ?? '';
    const cost =
      Math.abs(a.length - b.length) +
      (/[.,:;?]$/.test(last) ? -14 : 0) +
      (last.length <= 3 && !/[.,:;?]$/.test(last) ? 10 : 0);
    if (!best || cost < best.cost) best = { lines: `${a}\n${b}`, cost };
  }
  if (!best) throw new Error(`This caption does not fit two lines of ${CAPTION_WIDTH}: ${text}`);
  return best.lines;
}

function stamp(seconds: number): string {
  const ms = Math.round(seconds * 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}:${two(Math.floor(ms / 1000) % 60)}.${String(ms % 1000).padStart(3, '0')}`;
}

function vtt(cues: Timed[], language: 'en' | 'es', voice: string, note: string): string {
  const body = cues.map(
    (cue, i) => `${i + 1}\n${stamp(cue.from)} --> ${stamp(cue.to)}\n<v ${voice}>${wrap(cue[language])}\n`,
  );
  return `WEBVTT\n\nNOTE ${note}\n\n${body.join('\n')}`;
}

function shoot(work: string, html: string, name: string): string {
  const page = join(work, `${name}.html`);
  const picture = join(work, `${name}.png`);
  writeFileSync(page, html);
  run(chromium, [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--hide-scrollbars',
    '--force-device-scale-factor=1',
    '--force-color-profile=srgb',
    `--user-data-dir=${join(work, 'chromium')}`,
    '--window-size=1280,720',
    `--screenshot=${picture}`,
    `file://${page}`,
  ]);
  if (!existsSync(picture)) throw new Error(`Chromium wrote no picture for ${name}`);
  return picture;
}

const talk: Talk = JSON.parse(readFileSync(join(here, 'webinar.json'), 'utf8'));
const out = resolve(here, process.env.OUT ?? talk.output);
const work = mkdtempSync(join(tmpdir(), 'make-recording-'));
const slidesOnly = process.argv.includes('--slides-only');
try {
  mkdirSync(out, { recursive: true });
  for (const slide of talk.slides)
    for (const cue of slide.cues) {
      wrap(cue.en);
      wrap(cue.es);
    }

  // 1. Sound first: its measured length decides every other time.
  const sound: Buffer[] = [];
  const cues: Timed[] = [];
  const chapters: { at: number; title: Words }[] = [];
  const states: { html: string; frame: number; cut: boolean }[] = []; // what is on the screen from which frame on
  let samples = 0;
  const add = (piece: Buffer) => {
    sound.push(piece);
    samples += piece.length / 2;
  };
  for (const [index, slide] of talk.slides.entries()) {
    if (slide.chapter) {
      // a chapter begins on a whole second, so that its integer time is exact
      add(Buffer.alloc((Math.ceil(samples / RATE) * RATE - samples) * 2));
      chapters.push({ at: samples / RATE, title: slide.chapter });
    }
    const startFrame = samples / FRAME;
    states.push({ html: slideHtml(slide, index + 1, talk.slides.length, 0), frame: startFrame, cut: true });
    add(silence(index === 0 ? 1.2 : LEAD));
    for (const [i, cue] of slide.cues.entries()) {
      const html = slideHtml(slide, index + 1, talk.slides.length, cue.all ? 'all' : (cue.step ?? 0));
      if (states.at(-1)!.html !== html) {
        const frame = Math.round(samples / FRAME) - 4;
        if (i === 0) states.at(-1)!.html = html;
        else states.push({ html, frame, cut: false });
      }
      const voice = slidesOnly ? silence(2) : narrate(work, cue.say ?? cue.en);
      const from = samples / RATE;
      add(voice);
      cues.push({ en: cue.en, es: cue.es, from, to: samples / RATE });
      const last = i === slide.cues.length - 1;
      add(silence(last ? (index === talk.slides.length - 1 ? 2.5 : TAIL) : cue.join ? JOIN : GAP));
    }
    add(Buffer.alloc((Math.ceil(samples / FRAME) * FRAME - samples) * 2));
  }
  const duration = samples / RATE;
  // A caption may stay a moment after its sentence, never into the next one.
  for (const [i, cue] of cues.entries()) {
    const next = cues[i + 1]?.from ?? duration;
    cue.to = Math.max(cue.to, Math.min(cue.to + 0.4, next - 0.08));
    if (cue.to - cue.from < 1 || cue.to - cue.from > 7)
      throw new Error(`Caption ${i + 1} lasts ${(cue.to - cue.from).toFixed(2)} s: ${cue.en}`);
  }

  // 2. Pictures: one for each state, and a short dissolve into it that ends where the state begins.
  const pictures = new Map<string, string>();
  for (const state of states)
    if (!pictures.has(state.html)) pictures.set(state.html, shoot(work, state.html, `state-${pictures.size + 1}`));
  console.log(
    `${talk.slides.length} slides, ${pictures.size} pictures, ${cues.length} captions, ${duration.toFixed(2)} s`,
  );
  if (slidesOnly) {
    for (const [i, slide] of states.entries())
      ff('-loglevel', 'error', '-i', pictures.get(slide.html)!, join(out, `slide-${i + 1}.png`));
  } else {
    const list: string[] = ['ffconcat version 1.0'];
    const hold = (file: string, frames: number) => {
      if (frames > 0) list.push(`file '${file}'`, `duration ${(frames / FPS).toFixed(2)}`);
    };
    const total = samples / FRAME;
    for (const [i, state] of states.entries()) {
      const end = states[i + 1]?.frame ?? total;
      const picture = pictures.get(state.html)!;
      if (i === states.length - 1) {
        hold(picture, end - state.frame);
        list.push(`file '${picture}'`);
        break;
      }
      const after = pictures.get(states[i + 1].html)!;
      const pattern = join(work, `fade-${i}-%d.png`);
      const still = (file: string) => ['-loop', '1', '-framerate', String(FPS), '-t', '1', '-i', file];
      ff(
        '-loglevel',
        'error',
        ...still(picture),
        ...still(after),
        '-filter_complex',
        `[0][1]blend=all_expr='A*(1-(N+1)/${FADE_FRAMES + 1})+B*(N+1)/${FADE_FRAMES + 1}'`,
        '-frames:v',
        String(FADE_FRAMES),
        '-compression_level',
        '1',
        pattern,
      );
      hold(picture, end - state.frame - FADE_FRAMES);
      for (let f = 1; f <= FADE_FRAMES; f++) hold(pattern.replace('%d', String(f)), 1);
    }
    writeFileSync(join(work, 'pictures.txt'), `${list.join('\n')}\n`);
    writeFileSync(join(work, 'voice.raw'), Buffer.concat(sound));

    // 3. Loudness: measure once, correct with one steady gain to -16 LUFS.
    const raw = ['-f', 's16le', '-ar', String(RATE), '-ac', '1', '-i', join(work, 'voice.raw')];
    const heard = ff(...raw, '-af', 'ebur128', '-f', 'null', '-').stderr;
    const loudness = Number(/Integrated loudness:\s+I:\s+(-?[\d.]+) LUFS/.exec(heard)?.[1]);
    if (!Number.isFinite(loudness)) throw new Error('The loudness could not be measured.');
    const gain = (-16 - loudness).toFixed(2);

    // 4. One file: H.264 and AAC, a keyframe at each slide and at least every four seconds, ready to play from its first bytes.
    const keys = states
      .filter((s) => s.cut)
      .map((s) => (s.frame / FPS).toFixed(3))
      .join(',');
    ff(
      '-loglevel',
      'error',
      '-f',
      'concat',
      '-safe',
      '0',
      '-i',
      join(work, 'pictures.txt'),
      ...raw,
      '-map',
      '0:v',
      '-map',
      '1:a',
      '-vf',
      `fps=${FPS},scale=out_color_matrix=bt709:out_range=tv,format=yuv420p`,
      '-af',
      `volume=${gain}dB,alimiter=limit=0.84:level=false`,
      '-c:v',
      'libx264',
      '-preset',
      'slow',
      '-tune',
      'stillimage',
      '-crf',
      '28',
      '-g',
      String(KEY_SECONDS * FPS),
      '-keyint_min',
      '1',
      '-sc_threshold',
      '0',
      '-force_key_frames',
      keys,
      '-colorspace',
      'bt709',
      '-color_primaries',
      'bt709',
      '-color_trc',
      'bt709',
      '-threads',
      '2',
      '-c:a',
      'aac',
      '-b:a',
      '56k',
      '-ac',
      '1',
      '-t',
      duration.toFixed(3),
      '-movflags',
      '+faststart',
      '-map_metadata',
      '-1',
      '-fflags',
      '+bitexact',
      '-metadata',
      `title=${talk.title.en}`,
      '-metadata',
      'comment=Synthetic narration',
      '-metadata:s:a:0',
      'language=eng',
      join(out, 'recording.mp4'),
    );
    writeFileSync(
      join(out, 'captions.en.vtt'),
      vtt(cues, 'en', 'Narrator', 'Synthetic narration. Times measured from the narration.'),
    );
    writeFileSync(
      join(out, 'captions.es.vtt'),
      vtt(cues, 'es', 'Narradora', 'Narración sintética en inglés. Traducción al español.'),
    );
    writeFileSync(
      join(out, 'recording.json'),
      `${JSON.stringify(
        {
          slug: talk.slug,
          title: talk.title,
          description: talk.description,
          recordedOn: talk.recordedOn,
          language: 'en',
          synthetic: true,
          speakers: ['Narrator'],
          file: 'recording.mp4',
          chapters,
          captions: {
            en: { file: 'captions.en.vtt', reviewedOn: talk.reviewedOn },
            es: { file: 'captions.es.vtt', reviewedOn: talk.reviewedOn },
          },
        },
        null,
        2,
      )}\n`,
    );
    console.log(
      `${join(out, 'recording.mp4')}: ${(statSync(join(out, 'recording.mp4')).size / 1e6).toFixed(2)} MB, voice ${loudness} LUFS before gain`,
    );
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
