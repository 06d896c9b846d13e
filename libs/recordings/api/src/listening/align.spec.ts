import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { findTools } from '../media/media-tools';
import { alignScript, type HeardWord } from './align';
import { hearWords } from './hear-words';

const heardEvery = (words: readonly string[], ms: number): HeardWord[] =>
  words.map((word, n) => ({ word, from: n * ms, to: n * ms + ms - 50 }));

describe('a script and what was heard of it', () => {
  it('takes its times from the words that were heard', () => {
    const script = 'Welcome to the training. Nobody has to be afraid of the police.';
    const heard = heardEvery(['welcome', 'to', 'the', 'training', 'nobody', 'has', 'to', 'be', 'afraid'], 500);
    expect(alignScript(script, heard, 20_000)).toEqual([
      expect.objectContaining({ from: 0, to: 2000, text: 'Welcome to the training.' }),
      expect.objectContaining({ from: 2000, text: 'Nobody has to be afraid of the police.' }),
    ]);
  });

  it('bridges words that were misheard', () => {
    const heard = heardEvery(['one', 'two', 'tree', 'four', 'five'], 1000);
    const [cue] = alignScript('one two three four five', heard, 5000) ?? [];
    expect(cue).toMatchObject({ from: 0, to: 5000, text: 'one two three four five' });
  });

  it('says when another text is spoken', () => {
    expect(alignScript('The garden is green in spring', heardEvery(['taxes', 'are', 'due'], 400), 9000)).toBeNull();
    expect(alignScript('   ', [], 9000)).toBeNull();
  });

  it('keeps every word in its order, and every time within the recording and after the one before', () => {
    const word = fc.constantFrom('a', 'the', 'Policy,', 'police.', 'school', 'sanctuary', 'city!', '—', 'ñandú');
    const misheard = fc.array(fc.tuple(fc.nat(100), fc.constantFrom('uh', 'the', 'city')), { maxLength: 10 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 80 }), misheard, fc.nat(3000), (words, wrong, ms) => {
        const said: string[] = [...words];
        for (const [at, other] of wrong) said[at % said.length] = other;
        const duration = Math.max(1000, words.length * ms);
        const cues = alignScript(words.join(' '), heardEvery(said, ms + 60), duration) ?? [];
        if (cues.length === 0) return;
        expect(cues.map(({ text }) => text.replace('\n', ' ')).join(' ')).toBe(words.join(' '));
        cues.forEach(({ from, to }, n) => {
          expect(to).toBeGreaterThan(from);
          expect(from).toBeGreaterThanOrEqual(cues[n - 1]?.to ?? 0);
        });
      }),
    );
  });
});

const spoken = [
  'Welcome to this training about sanctuary policies. A city is a place where everybody should feel safe.',
  'When people are afraid of the police, they do not report crimes, and nobody is safer.',
];

/** A voice, and ears: ffmpeg with flite, and PocketSphinx with its model. */
const canHear = (() => {
  try {
    execFileSync('pocketsphinx_continuous', ['-infile', '/dev/null', '-logfn', '/dev/null'], { stdio: 'ignore' });
    return execFileSync('ffmpeg', ['-v', 'error', '-filters']).toString().includes(' flite ');
  } catch {
    return false;
  }
})();
const why = canHear ? '' : ' (skipped: it needs ffmpeg with flite, and pocketsphinx)';

(canHear ? it : it.skip)(
  `times a real voice, across a long pause${why}`,
  async () => {
    const { ffmpeg, aligner } = await findTools();
    const folder = mkdtempSync(join(tmpdir(), 'haven-align-'));
    try {
      const say = (text: string) => ['-f', 'lavfi', '-i', `flite=voice=slt:text='${text.replaceAll(',', '\\,')}'`];
      const pause = ['-f', 'lavfi', '-t', '5', '-i', 'anullsrc=r=16000:cl=mono'];
      const joined = ['-filter_complex', '[0:a][1:a][2:a]concat=n=3:v=0:a=1'];
      const source = join(folder, 'talk.wav');
      execFileSync('ffmpeg', [
        '-v',
        'error',
        ...say(spoken[0] ?? ''),
        ...pause,
        ...say(spoken[1] ?? ''),
        ...joined,
        source,
      ]);
      const progress = jest.fn();
      const signal = new AbortController().signal;
      const job = { ffmpeg: ffmpeg ?? '', source, container: 'wav', duration: 16, folder, signal, progress } as const;
      const cues = alignScript(spoken.join('\n'), await hearWords(job, aligner ?? ''), 16_000) ?? [];
      const second = cues.find(({ text }) => text.startsWith('When people'));
      expect(cues[0]?.from).toBeLessThan(600);
      expect(second?.from).toBeGreaterThan(10_500);
      expect(second?.from).toBeLessThan(12_500);
      expect(progress).toHaveBeenCalled();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  120_000,
);
