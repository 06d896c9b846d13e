/**
 * A process that owns a database, for tests that kill owners: `node hold.ts <folder> [durable]` starts it, prints one line of
 * JSON about it, and stops it when its standard input ends.
 */
import { PlainError } from '../plain-error.ts';
import { startPostgres } from '../postgres.ts';

const [, , dataDir = '', durability] = process.argv;
const lines: string[] = [];
try {
  const postgres = await startPostgres({ dataDir, durable: durability === 'durable', log: (line) => lines.push(line) });
  const { url, pid, adopted, major } = postgres;
  console.log(JSON.stringify({ url, pid, adopted, major, lines }));
  process.stdin.on('end', () => void postgres.stop()).resume();
} catch (error) {
  if (!(error instanceof PlainError)) throw error;
  console.log(JSON.stringify({ refused: error.message }));
}
