// Lints texts with the real configuration: cases as JSON on stdin, the names of the rules that report on stdout. A process
// of its own, since Jest cannot load configurations that are ES modules.
import { text } from 'node:stream/consumers';
import { ESLint } from 'eslint';
import stylelint from 'stylelint';

/** A text, to be linted as though it stood in `file`, which has to exist where types are needed. */
export interface Case {
  readonly file: string;
  readonly text: string;
}

const cases = JSON.parse(await text(process.stdin)) as Case[];
const eslint = new ESLint({ cwd: process.cwd() });
const answers: string[][] = [];
for (const { file, text: code } of cases) answers.push(await (file.endsWith('.css') ? styles : scripts)(code, file));
process.stdout.write(JSON.stringify(answers));

async function scripts(code: string, filePath: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  return [...new Set(result?.messages.map(({ ruleId, message }) => ruleId ?? message))];
}

async function styles(code: string, codeFilename: string): Promise<string[]> {
  const { results } = await stylelint.lint({ code, codeFilename });
  return [...new Set(results.flatMap(({ warnings }) => warnings.map(({ rule }) => rule)))];
}
