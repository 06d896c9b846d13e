import { type QuestionContent, textsOf } from '@haven/assessment/contract';
import { type PartText } from '@haven/catalog/contract';
import { type EntityManager } from 'typeorm';
import { ItemVersionRow } from '../course.entity';
import { courseEnglish } from './course-parts';
import { lessonEnglish } from './lesson-parts';
import { nameOf, type Part, plain } from './part';
import { questionKey } from './question-parts';
import { type Section } from './sections';

/** How many versions are looked through, the newest first: what is older than that is told as changed, without the change. */
const far = 300;
const page = 30;

/** The English, in plain words, that the parts of a section which are out of date were made from, by their keys. */
export async function earlierEnglish(
  manager: EntityManager,
  { item, parts }: Section,
  wordings: ReadonlyMap<string, readonly QuestionContent[]>,
): Promise<Map<string, string>> {
  const sought = new Map(parts.flatMap((part) => (part.state === 'outdated' ? [[part.key, part]] : [])));
  const found = new Map<string, string>();
  for (const [id, contents] of wordings)
    for (const content of contents)
      take(found, sought, new Map(textsOf(content).map(({ path, text }) => [questionKey(id, path), text.en])));
  for (let skip = 0; skip < far && [...sought.keys()].some((key) => !found.has(key)); skip += page) {
    const versions = await manager.find(ItemVersionRow, {
      ...{ where: { itemId: item }, order: { number: 'DESC' }, skip, take: page },
    });
    for (const { content } of versions)
      take(found, sought, 'modules' in content ? courseEnglish(content) : lessonEnglish(content.bodies));
    if (versions.length < page) break;
  }
  return found;
}

function take(
  found: Map<string, string>,
  sought: ReadonlyMap<string, Part>,
  english: ReadonlyMap<string, PartText>,
): void {
  for (const [key, text] of english) if (sought.get(key)?.from === nameOf(text)) found.set(key, plain(text));
}
