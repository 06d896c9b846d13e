import { type Change } from '@haven/catalog/contract';
import { locales } from '@haven/shared/contract';
import { change, textChanges } from './change';
import { type CourseContent } from './content';
import { settingsOf } from './settings';

/** How the settings of a course differ for a reader. */
export function settingsChanges(before: CourseContent, after: CourseContent): Change[] {
  const [a, b] = [settingsOf(before), settingsOf(after)];
  const outcomes = (list: readonly string[] | undefined) => list?.join('; ') || null;
  return [
    ...change('topic', null, before.topic, after.topic),
    ...locales.flatMap((locale) =>
      change('outcomes', locale, outcomes(a.outcomes[locale]), outcomes(b.outcomes[locale])),
    ),
    ...change('reviewedOn', null, a.reviewedOn, b.reviewedOn),
    ...change('certificate', null, String(a.certificate), String(b.certificate)),
    ...change('order', null, a.order, b.order),
    ...change('prerequisites', null, a.prerequisites.join(', ') || null, b.prerequisites.join(', ') || null),
    ...change('opens', null, a.opens, b.opens),
    ...change('closes', null, a.closes, b.closes),
    ...change('visibility', null, a.visibility, b.visibility),
    ...change('groups', null, namesOf(a.groups), namesOf(b.groups)),
    ...coverChanges(a.cover, b.cover),
  ];
}

const namesOf = (groups: readonly { name: string }[]) => groups.map(({ name }) => name).join(', ') || null;

type Cover = ReturnType<typeof settingsOf>['cover'];

/** Another picture, told by its text and the beginning of its name; else what is said of the same one. */
function coverChanges(a: Cover, b: Cover): Change[] {
  if (a && b && a.picture === b.picture) return textChanges('cover', a.alt, b.alt);
  const said = (cover: Cover) => cover && `${cover.alt.en} (${cover.picture.slice(0, 6)})`;
  return change('cover', null, said(a), said(b));
}
