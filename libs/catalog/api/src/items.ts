import { Injectable } from '@nestjs/common';
import { Clock, contentHash } from '@haven/shared/api';
import { type EntityManager } from 'typeorm';
import { asRead, type CourseContent, type LessonContent } from './content';
import { ItemRow, ItemVersionRow } from './course.entity';

/** Writes items and their versions, in the caller's transaction. */
@Injectable()
export class Items {
  constructor(private readonly clock: Clock) {}

  /** Makes an item with its first version. */
  async add(
    manager: EntityManager,
    item: Pick<ItemRow, 'id' | 'courseId' | 'kind' | 'slug'>,
    content: CourseContent | LessonContent,
    authorId: string | null,
  ): Promise<void> {
    await manager.insert(ItemRow, { ...item, draft: 1 });
    await this.version(manager, item.id, 1, content, authorId);
  }

  /** Makes the next version the draft of an item that the caller has locked; answers its number. */
  async write(
    manager: EntityManager,
    item: Pick<ItemRow, 'id' | 'draft'>,
    content: CourseContent | LessonContent,
    authorId: string,
  ): Promise<number> {
    const number = item.draft + 1;
    const before = await manager.findOneByOrFail(ItemVersionRow, { itemId: item.id, number: item.draft });
    // What only says more about a translation is no news for a reader: the version keeps the name of the one before.
    const same = contentHash(asRead(before.content)) === contentHash(asRead(content));
    await this.version(manager, item.id, number, content, authorId, same ? before.hash : undefined);
    await manager.update(ItemRow, { id: item.id }, { draft: number });
    return number;
  }

  private async version(
    manager: EntityManager,
    itemId: string,
    number: number,
    content: CourseContent | LessonContent,
    authorId: string | null,
    hash = contentHash(asRead(content)),
  ): Promise<void> {
    await manager.insert(ItemVersionRow, { itemId, number, content, hash, authorId, createdAt: this.clock.now() });
  }
}
