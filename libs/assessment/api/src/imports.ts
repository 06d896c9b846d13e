import { Injectable } from '@nestjs/common';
import { type ImportFile, type Imported, type ImportReport, type ImportUndone } from '@haven/assessment/contract';
import { type Person } from '@haven/shared/api';
import { type Locale } from '@haven/shared/contract';
import { type Reading } from './exchange/found';
import { readPackage } from './exchange/qti/read-package';
import { isZip } from './exchange/qti/zip';
import { readFile } from './exchange/read-file';
import { drawPictures, FilePictures } from './imported-pictures';
import { Questions } from './questions';
import { Quizzes } from './quizzes';

/** Questions from files. */
@Injectable()
export class Imports {
  /** Files are read one after the other. */
  private reading: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly quizzes: Quizzes,
    private readonly questions: Questions,
  ) {}

  /** What of a file would be taken and what would be left. Nothing changes. @throws Refusal `not-found` */
  async preview(actor: Person, quiz: string, file: ImportFile): Promise<ImportReport> {
    return toReport(await this.read(actor, quiz, file));
  }

  /** Puts what can be taken at the end of a draft, all of it or none. Owns its transaction. @throws Refusal `not-found` */
  async take(actor: Person, quiz: string, file: ImportFile): Promise<Imported> {
    const reading = await this.read(actor, quiz, file);
    const contents = reading.taken.map(({ content }) => content);
    return { ...toReport(reading), questions: await this.questions.addAll(actor, quiz, contents) };
  }

  /**
   * Takes questions that were brought in out of the draft again. One that somebody has written in since then stays. Owns its transaction.
   * @throws Refusal `not-found`
   */
  async undo(actor: Person, quiz: string, questions: readonly string[]): Promise<ImportUndone> {
    return { removed: await this.questions.removeUnwritten(actor, quiz, questions) };
  }

  /** Nothing is read for those who may not see the draft. */
  private async read(actor: Person, quiz: string, { content, lang }: ImportFile): Promise<Reading> {
    await this.quizzes.draft(actor, quiz);
    const bytes = Buffer.from(content, 'base64');
    const work = this.reading.then(() =>
      isZip(bytes) ? fromPackage(bytes, lang) : drawPictures(readFile(bytes, lang)),
    );
    this.reading = work.catch(() => undefined);
    return work;
  }
}

function fromPackage(bytes: Buffer, lang: Locale): Promise<Reading> {
  const pictures = new FilePictures();
  return readPackage(bytes, lang, (picture) => pictures.draw(picture));
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
