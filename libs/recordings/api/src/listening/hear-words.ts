import { ffmpeg, type Job } from '../media/ffmpeg';
import { runProgram } from '../media/run-program';
import { type HeardWord } from './align';

/** `word start end confidence`, in seconds; a number in brackets tells ways to say it apart. */
const line = /^([^\s<[(]+)(?:\(\d+\))? (\d+\.\d+) (\d+\.\d+) /;

/**
 * What PocketSphinx hears with the model that comes with it, which is English: some three words of four, but with exact times. Takes about
 * a third of the recording's length.
 */
export async function hearWords(job: Job, pocketsphinx: string): Promise<HeardWord[]> {
  const sound = ['-map', '0:a:0', '-ac', '1', '-ar', '16000', '-c:a', 'pcm_s16le', '-bitexact', 'words.wav'];
  await ffmpeg({ ...job, progress: () => {} }, { after: sound });
  const heard: HeardWord[] = [];
  await runProgram(pocketsphinx, ['-infile', 'words.wav', '-time', 'yes', '-logfn', '/dev/null'], {
    limits: { seconds: 600 + job.duration * 4, memoryMb: 4096, outputMb: 16 },
    folder: job.folder,
    signal: job.signal,
    onLine: (said) => {
      const [, word, from, to] = line.exec(said) ?? [];
      if (!word) return;
      heard.push({ word, from: Number(from) * 1000, to: Number(to) * 1000 });
      job.progress(Number(to) / job.duration);
    },
  });
  return heard;
}
