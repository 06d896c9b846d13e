// Makes the demo webinar: draws slides, narrates them with a computer voice, writes the video, captions and chapters.
// Needs ffmpeg (with the flite filter and libx264) and Chromium. See README.md.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Timed, vtt, type Words, wrap } from './captions.ts';
import { ff, narrate, RATE, shoot, silence } from './machines.ts';
import { slideHtml } from './slides.ts';
import { type Talk } from './talk.ts';

const FPS = 25;
const FRAME = RATE / FPS; // samples in one picture
const KEY_SECONDS = 4; // largest keyframe gap
const FADE_FRAMES = 8;
const LEAD = 0.5; // silence before the first sentence of a slide
const GAP = 0.45; // between sentences
const JOIN = 0.12; // between two cues of one sentence
const TAIL = 0.7; // after the last sentence of a slide

const here = dirname(fileURLToPath(import.meta.url));

const talk: Talk = JSON.parse(readFileSync(join(here, 'webinar.json'), 'utf8'));
const out = resolve(here, process.env['OUT'] ?? talk.output);
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
      const shown = states.at(-1);
      if (shown && shown.html !== html) {
        const frame = Math.round(samples / FRAME) - 4;
        if (i === 0) shown.html = html;
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
  const pictureOf = (html: string): string => {
    const picture = pictures.get(html) ?? shoot(work, html, `state-${pictures.size + 1}`);
    pictures.set(html, picture);
    return picture;
  };
  for (const state of states) pictureOf(state.html);
  console.log(
    `${talk.slides.length} slides, ${pictures.size} pictures, ${cues.length} captions, ${duration.toFixed(2)} s`,
  );
  if (slidesOnly) {
    for (const [i, slide] of states.entries())
      ff('-loglevel', 'error', '-i', pictureOf(slide.html), join(out, `slide-${i + 1}.png`));
  } else {
    const list: string[] = ['ffconcat version 1.0'];
    const hold = (file: string, frames: number) => {
      if (frames > 0) list.push(`file '${file}'`, `duration ${(frames / FPS).toFixed(2)}`);
    };
    const total = samples / FRAME;
    for (const [i, state] of states.entries()) {
      const next = states[i + 1];
      const end = next?.frame ?? total;
      const picture = pictureOf(state.html);
      if (!next) {
        hold(picture, end - state.frame);
        list.push(`file '${picture}'`);
        break;
      }
      const after = pictureOf(next.html);
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
