import { run } from '../postgres/run.ts';

/** What this machine lacks for full service, a line each; empty when nothing is missing. */
export async function missingTools(): Promise<string[]> {
  const { code } = await run('ffmpeg', ['-version'], { withinMs: 10_000 });
  return code === 0 ? [] : ['no low-bandwidth renditions: install ffmpeg'];
}
