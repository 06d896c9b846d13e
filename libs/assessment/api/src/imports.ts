import { Injectable } from '@nestjs/common';
import { type ImportFile, type Imported, type ImportReport } from '@haven/assessment/contract';
import { type Person } from '@haven/shared/api';
import { type Reading } from './exchange/found';
import { readFile } from './exchange/read-file';
import { Quizzes } from './quizzes';

/** Questions from files. */
@Injectable()
export class Imports {
  constructor(private readonly quizzes: Quizzes) {}

  /** What of a file would be taken and what would be left. Nothing changes. */
  async preview(actor: Person, quiz: string, file: ImportFile): Promise<ImportReport> {
    await this.quizzes.draft(actor, quiz);
    return toReport(reading(file));
  }

  /** Puts what can be taken at the end of a draft, all of it or none. Owns its transaction. */
  async take(actor: Person, quiz: string, file: ImportFile): Promise<Imported> {
    const found = reading(file);
    const contents = found.taken.map(({ content }) => content);
    return { ...toReport(found), questions: await this.quizzes.addQuestions(actor, quiz, contents) };
  }
}

const reading = ({ content, lang }: ImportFile) => readFile(Buffer.from(content, 'base64'), lang);

const toReport = ({ format, taken, left }: Reading): ImportReport => ({
  format,
  taken: taken.map(({ file, line, content: { kind, prompt }, notes }) => ({
    file,
    line,
    kind,
    prompt,
    notes: [...notes],
  })),
  left: [...left],
});
