import { Injectable } from '@nestjs/common';
import { type QuestionContent } from '@haven/assessment/contract';
import { type Actor } from '@haven/shared/api';
import { type Locale } from '@haven/shared/contract';
import { writeGift } from './exchange/gift/write-gift';
import { writePackage } from './exchange/qti/write-package';
import { measurePicture } from './imported-pictures';
import { Quizzes } from './quizzes';

/** Questions as files, with their keys. What a format cannot carry is a comment in the file. */
@Injectable()
export class Exports {
  constructor(private readonly quizzes: Quizzes) {}

  /** The questions of a draft in GIFT. @throws Refusal `not-found` */
  async gift(actor: Actor, quiz: string, lang: Locale): Promise<string> {
    return writeGift(await this.contents(actor, quiz), lang);
  }

  /** The questions of a draft as a package of QTI 3.0. @throws Refusal `not-found` */
  async qti(actor: Actor, quiz: string, lang: Locale): Promise<Buffer> {
    return writePackage(await this.contents(actor, quiz), lang, measurePicture);
  }

  private async contents(actor: Actor, quiz: string): Promise<QuestionContent[]> {
    const { questions } = await this.quizzes.draft(actor, quiz);
    return questions.map(({ content }) => content);
  }
}
