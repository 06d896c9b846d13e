/** A text in both languages. */
export type Words = { en: string; es: string };

/** A caption, with its times in seconds. */
export type Timed = Words & { from: number; to: number };

const CAPTION_WIDTH = 42;

/** At most two lines of at most 42 characters, as even as they can be, never leaving a short word at the end of line one if avoidable. */
export function wrap(text: string): string {
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

/** The captions of one language as a WebVTT file. */
export function vtt(cues: Timed[], language: 'en' | 'es', voice: string, note: string): string {
  const body = cues.map(
    (cue, i) => `${i + 1}\n${stamp(cue.from)} --> ${stamp(cue.to)}\n<v ${voice}>${wrap(cue[language])}\n`,
  );
  return `WEBVTT\n\nNOTE ${note}\n\n${body.join('\n')}`;
}

function stamp(seconds: number): string {
  const ms = Math.round(seconds * 1000);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}:${two(Math.floor(ms / 1000) % 60)}.${String(ms % 1000).padStart(3, '0')}`;
}
