import { Injectable } from '@nestjs/common';
import { type Actor } from '@haven/shared/api';
import { type Locale } from '@haven/shared/contract';
import { writeGift } from './exchange/gift/write-gift';
import { Quizzes } from './quizzes';

/** Questions as files. */
@Injectable()
export class Exports {
  constructor(private readonly quizzes: Quizzes) {}

  /** The questions of a draft in GIFT, with their keys. What GIFT cannot carry is a comment. @throws Refusal `not-found` */
  async gift(actor: Actor, quiz: string, lang: Locale): Promise<string> {
    const { questions } = await this.quizzes.draft(actor, quiz);
    return writeGift(
      questions.map(({ content }) => content),
      lang,
    );
  }
}
