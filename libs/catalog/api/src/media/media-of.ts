import { type Actor, can, newId, Refusal } from '@haven/shared/api';
import { type Block } from '@haven/shared/contract';
import { type EntityManager, In } from 'typeorm';
import { type CourseContent, type LessonBodies } from '../content';
import { type CourseTree } from '../tree';
import { LessonMediaRow } from './lesson-media.entity';

/** The stored bytes that blocks name. */
export const mediaOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.type === 'image' ? [block.picture] : block.type === 'file' ? [block.file] : []));

const named = ({ en, es }: LessonBodies) => [...new Set(mediaOf([...en.blocks, ...(es?.blocks ?? [])]))];

/**
 * Makes everything that a text names a thing of its course: a block that was copied from another course brings its picture along, where
 * `actor` may see it there. In the caller's transaction. @throws Refusal `invalid` for what is not there, and for what is not theirs, alike
 */
export async function ownMedia(
  manager: EntityManager,
  actor: Actor,
  courseId: string,
  bodies: LessonBodies,
): Promise<void> {
  const hashes = named(bodies);
  if (hashes.length === 0) return;
  const rows = await manager.find(LessonMediaRow, { where: { hash: In(hashes) }, relations: { course: true } });
  for (const hash of hashes) {
    const known = rows.filter((row) => row.hash === hash);
    if (known.some((row) => row.courseId === courseId)) continue;
    const source = known.find(({ published, course }) =>
      can(actor, 'material.read', { published, author: course.authorId }),
    );
    if (!source)
      throw new Refusal('invalid', 'A picture or a file of this text is not there any more.', [
        {
          path: 'en.blocks',
          message: 'A picture or a file of this text is not there any more. Take it out, or add it again.',
        },
      ]);
    const { course: _, person: __, ...row } = source;
    await manager.insert(LessonMediaRow, { ...row, id: newId(), courseId, personId: actor.id, published: false });
  }
}

/** A cover is one of the pictures that the course has. @throws Refusal `invalid` */
export async function ownCover(manager: EntityManager, courseId: string, { cover }: CourseContent): Promise<void> {
  if (!cover) return;
  const { alt: _, ...picture } = cover;
  const row = await manager.findOneBy(LessonMediaRow, { courseId, hash: picture.picture });
  if (row?.media?.kind !== 'picture' || row.media.width !== picture.width || row.media.height !== picture.height)
    throw new Refusal('invalid', 'This picture is not there any more. Choose another cover.', [
      { path: 'now.cover', message: 'This picture is not there any more.' },
    ]);
}

/** Everyone may have what a release shows. In the caller's transaction. */
export async function showMedia(
  manager: EntityManager,
  courseId: string,
  { content: { cover }, lessons }: CourseTree,
): Promise<void> {
  const hashes = [...(cover ? [cover.picture] : []), ...lessons.flatMap(({ content }) => named(content.bodies))];
  if (hashes.length > 0) await manager.update(LessonMediaRow, { courseId, hash: In(hashes) }, { published: true });
}
