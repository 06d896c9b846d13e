import { Injectable } from '@nestjs/common';
import { type Impact } from '@haven/catalog/contract';
import { type EntityManager } from 'typeorm';
import { type Manifest, type ReleaseRow } from './course.entity';
import { newsIn, type Renewals, renewalsOf } from './renewals';

/** A release that may come: what it pins, and what of it would be news for those who completed the course before. */
export interface ComingRelease {
  readonly course: string;
  readonly before: ReleaseRow;
  readonly number: number;
  readonly manifest: Manifest;
  readonly renewals: Renewals;
}

type Reporter = (manager: EntityManager, coming: ComingRelease) => Promise<Omit<Impact, 'added' | 'changed'>>;

/** The people of a course, as far as publishing has to know them: in numbers. Learning knows them and stands above, so it reports here. */
@Injectable()
export class Audience {
  private reporter: Reporter | null = null;

  report(reporter: Reporter): void {
    this.reporter = reporter;
  }

  /** What a release would be for the people of a course; null before the first one, when there are none. */
  async impact(
    manager: EntityManager,
    before: ReleaseRow | null,
    { number, manifest }: { number: number; manifest: Manifest },
  ): Promise<Impact | null> {
    if (!before || !this.reporter) return null;
    const renewals = renewalsOf(before, { number, manifest, completed: 'notify' });
    const people = await this.reporter(manager, { course: before.courseId, before, number, manifest, renewals });
    return { ...newsIn(before.manifest, manifest), ...people };
  }
}
