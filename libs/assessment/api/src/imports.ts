import { Injectable } from '@nestjs/common';
import { type ImportFile, type Imported, type ImportReport } from '@haven/assessment/contract';
import { type Person } from '@haven/shared/api';
import { type Reading } from './exchange/found';
import { readFile } from './exchange/read-file';
import { drawPictures } from './imported-pictures';
import { Quizzes } from './quizzes';

/** Questions from files. */
@Injectable()
export class Imports {
  /** Pictures are drawn one file after the other. */
  private drawing: Promise<unknown> = Promise.resolve();

  constructor(private readonly quizzes: Quizzes) {}

  /** What of a file would be taken and what would be left. Nothing changes. @throws Refusal `not-found` */
  async preview(actor: Person, quiz: string, file: ImportFile): Promise<ImportReport> {
    return toReport(await this.read(actor, quiz, file));
  }

  /** Puts what can be taken at the end of a draft, all of it or none. Owns its transaction. @throws Refusal `not-found` */
  async take(actor: Person, quiz: string, file: ImportFile): Promise<Imported> {
    const reading = await this.read(actor, quiz, file);
    const contents = reading.taken.map(({ content }) => content);
    return { ...toReport(reading), questions: await this.quizzes.addQuestions(actor, quiz, contents) };
  }

  /** Nothing is read for those who may not see the draft. */
  private async read(actor: Person, quiz: string, { content, lang }: ImportFile): Promise<Reading> {
    await this.quizzes.draft(actor, quiz);
    const reading = readFile(Buffer.from(content, 'base64'), lang);
    const work = this.drawing.then(() => drawPictures(reading));
    this.drawing = work.catch(() => undefined);
    return work;
  }
}

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
