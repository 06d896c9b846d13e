import { Injectable } from '@nestjs/common';
import { type Finding } from '@haven/catalog/contract';
import { Groups } from '@haven/identity/api';
import { Clock } from '@haven/shared/api';
import { type EntityManager } from 'typeorm';
import { type CourseRow } from './course.entity';
import { findings } from './findings';
import { type Playable } from './pins';
import { settingsFindings } from './settings-findings';
import { type CourseTree } from './tree';

/** Everything that is to be looked at before a course is published: in the course itself, and in what is around it. */
@Injectable()
export class Checklist {
  constructor(
    private readonly groups: Groups,
    private readonly clock: Clock,
  ) {}

  async of(manager: EntityManager, { slug }: CourseRow, tree: CourseTree, playable: Playable): Promise<Finding[]> {
    const now = this.clock.now();
    const published = await manager.query<{ slug: string; needs: string[] }[]>(
      `SELECT c.slug, coalesce(r.detail->'prerequisites', '[]') AS needs FROM course c JOIN release r ON r.id = release_at(c.id, $1)
        WHERE r.detail->>'visibility' IS DISTINCT FROM 'groups'`,
      [now],
    );
    const needs = new Map(published.map((course) => [course.slug, course.needs]));
    const wanted = tree.content.groups?.map(({ id }) => id) ?? [];
    const groups = wanted.length > 0 ? await this.groups.known(manager, wanted) : new Set<string>();
    return [...settingsFindings(tree.content, { slug, now, needs, groups }), ...findings(tree, playable)];
  }
}
