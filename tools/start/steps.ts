import { seconds } from './words.ts';

/** Prints the steps of a start as they are done. */
export interface Steps {
  /** Runs one step and prints `✓ <what>` with what `work` answers and its seconds; passes errors on. */
  run<T>(what: string, work: (note: (text: string) => void) => Promise<T>): Promise<T>;
  /** Prints a line that belongs to no step. */
  say(line: string): void;
}

/** Progress on a stream: in a terminal the step under way is shown too, elsewhere each line comes when it is done. */
export function progress(out: NodeJS.WriteStream): Steps {
  const clear = (): void => void (out.isTTY && out.write('\r\u001b[K'));
  return {
    async run(what, work) {
      const began = performance.now();
      let said = '';
      if (out.isTTY) out.write(`… ${what}`);
      try {
        const result = await work((text) => (said = text && ` ${text}`));
        clear();
        out.write(`✓ ${what}${said} (${seconds(performance.now() - began)})\n`);
        return result;
      } catch (error) {
        clear();
        out.write(`✗ ${what}\n`);
        throw error;
      }
    },
    say(line) {
      clear();
      out.write(`${line}\n`);
    },
  };
}
