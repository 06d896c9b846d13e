import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type DataSource } from 'typeorm';
import { type Pinned, Quizzes } from './quizzes';

/** How many versions stay in memory: one with pictures may be a megabyte. */
const MOST = 50;

/** Pinned versions in memory, those that were asked for last. They never change, and every answer that is saved needs one. */
@Injectable()
export class Papers {
  private readonly kept = new Map<string, Promise<Pinned>>();

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly quizzes: Quizzes,
  ) {}

  of(quiz: string, version: number): Promise<Pinned> {
    const key = `${quiz} ${version}`;
    const known = this.kept.get(key);
    const paper = known ?? this.quizzes.pinned(this.database.manager, quiz, version);
    if (!known) paper.catch(() => this.kept.delete(key));
    this.kept.delete(key);
    this.kept.set(key, paper);
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST && oldest) this.kept.delete(oldest);
    return paper;
  }
}
