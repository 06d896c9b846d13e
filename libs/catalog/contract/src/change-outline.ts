import { type Text } from '@haven/shared/contract';
import { type OutlineChange, type OutlineContext, type OutlineModule } from './outline';

interface Thing {
  readonly id: string;
}

/**
 * The modules after `change`, or null where it would undo what the sender has not seen: then nothing may be done unasked. The server
 * decides with it, and the page shows with it what is still on the way. A change that was done before changes nothing.
 */
export function changeOutline<L extends Thing, M extends OutlineModule<L>>(
  now: readonly M[],
  change: OutlineChange,
  context: OutlineContext<L, M>,
): readonly M[] | null {
  switch (change.do) {
    case 'describe':
    case 'settle':
    case 'rename-lesson':
    case 'borrow':
      return now;
    case 'add-module':
      if (has(now, change.module)) return now;
      return insert(now, context.module(change.module, change.title), change.after, context.seen);
    case 'rename-module':
      return renameModule(now, change);
    case 'move-module': {
      const module = now.find(({ id }) => id === change.module);
      return module ? insert(without(now, module.id), module, change.after, context.seen) : null;
    }
    case 'duplicate-module':
      return duplicateModule(now, change, context);
    case 'remove-module':
      return removeModule(now, change.module, context.seen);
    case 'add-lesson':
      if (lessonIn(now, change.lesson)) return now;
      return putLesson(now, context.lesson(change.lesson), change, context.seen);
    case 'move-lesson': {
      const lesson = lessonIn(now, change.lesson);
      return lesson ? putLesson(now, lesson, change, context.seen) : null;
    }
    case 'duplicate-lesson':
      return duplicateLesson(now, change, context);
    case 'remove-lesson':
      return withoutLesson(now, change.lesson);
    case 'restore':
      return restore(now, change.what, context);
  }
}

/** Every lesson of an outline, in its order. */
export const lessonsOf = <L extends Thing>(modules: readonly OutlineModule<L>[]): L[] =>
  modules.flatMap((module) => module.lessons);

type Change<Name extends OutlineChange['do']> = Extract<OutlineChange, { do: Name }>;

const has = (things: readonly Thing[], id: string) => things.some((thing) => thing.id === id);
const without = <T extends Thing>(things: readonly T[], id: string) => things.filter((thing) => thing.id !== id);
const sameText = (a: Text, b: Text) => a.en === b.en && a.es === b.es;
const lessonIn = <L extends Thing>(modules: readonly OutlineModule<L>[], id: string): L | undefined =>
  lessonsOf(modules).find((lesson) => lesson.id === id);
const homeOf = <L extends Thing, M extends OutlineModule<L>>(modules: readonly M[], lesson: string) =>
  modules.find((module) => has(module.lessons, lesson));

/** Puts `thing` after the one named, or where that one is gone, after the nearest before it, as `seen` had them, that is still there. */
function insert<T extends Thing>(things: readonly T[], thing: T, after: string | null, seen: readonly Thing[]): T[] {
  const order = seen.map(({ id }) => id);
  let anchor = after;
  for (let at = order.indexOf(after ?? '') - 1; anchor !== null && !has(things, anchor); at--)
    anchor = order[at] ?? null;
  const at = things.findIndex(({ id }) => id === anchor) + 1;
  return things.toSpliced(at, 0, thing);
}

const withLessons = <L extends Thing, M extends OutlineModule<L>>(
  modules: readonly M[],
  id: string,
  lessons: (before: readonly L[]) => readonly L[],
): M[] => modules.map((module) => (module.id === id ? { ...module, lessons: lessons(module.lessons) } : module));

const withoutLesson = <L extends Thing, M extends OutlineModule<L>>(modules: readonly M[], id: string): M[] =>
  modules.map((module) => (has(module.lessons, id) ? { ...module, lessons: without(module.lessons, id) } : module));

function putLesson<L extends Thing, M extends OutlineModule<L>>(
  now: readonly M[],
  lesson: L,
  { module, after }: { module: string; after: string | null },
  seen: readonly M[],
): readonly M[] | null {
  if (!has(now, module)) return null;
  const order = seen.find(({ id }) => id === module)?.lessons ?? [];
  return withLessons<L, M>(withoutLesson<L, M>(now, lesson.id), module, (before) =>
    insert(before, lesson, after, order),
  );
}

function renameModule<M extends OutlineModule<Thing>>(
  now: readonly M[],
  { module: id, was, title }: Change<'rename-module'>,
): readonly M[] | null {
  const module = now.find((candidate) => candidate.id === id);
  if (!module) return null;
  if (sameText(module.title, title)) return now;
  if (!sameText(module.title, was)) return null;
  return now.map((candidate) => (candidate.id === id ? { ...candidate, title } : candidate));
}

function duplicateModule<L extends Thing, M extends OutlineModule<L>>(
  now: readonly M[],
  { module: id, copy, title, lessons: pairs }: Change<'duplicate-module'>,
  context: OutlineContext<L, M>,
): readonly M[] | null {
  if (has(now, copy)) return now;
  const module = now.find((candidate) => candidate.id === id);
  if (!module) return null;
  const copies = module.lessons.flatMap((lesson) => {
    const pair = pairs.find((candidate) => candidate.lesson === lesson.id);
    return pair ? [context.lesson(pair.copy, lesson)] : [];
  });
  return insert(now, { ...context.module(copy, title), lessons: copies }, id, now);
}

/** A lesson that the sender has not seen in the module does not go with it. */
function removeModule<L extends Thing, M extends OutlineModule<L>>(
  now: readonly M[],
  id: string,
  seen: readonly M[],
): readonly M[] | null {
  const known = seen.find((module) => module.id === id)?.lessons ?? [];
  const unseen = now.find((module) => module.id === id)?.lessons.some((lesson) => !has(known, lesson.id));
  return unseen ? null : without(now, id);
}

function duplicateLesson<L extends Thing, M extends OutlineModule<L>>(
  now: readonly M[],
  { lesson: id, copy }: Change<'duplicate-lesson'>,
  context: OutlineContext<L, M>,
): readonly M[] | null {
  if (lessonIn(now, copy)) return now;
  const home = homeOf<L, M>(now, id);
  const lesson = lessonIn(now, id);
  if (!home || !lesson) return null;
  return withLessons<L, M>(now, home.id, (before) => insert(before, context.lesson(copy, lesson), id, before));
}

function restore<L extends Thing, M extends OutlineModule<L>>(
  now: readonly M[],
  what: string,
  { past }: OutlineContext<L, M>,
): readonly M[] | null {
  const module = past.find(({ id }) => id === what);
  if (module) {
    if (has(now, what)) return now;
    const lessons = module.lessons.filter((lesson) => !lessonIn(now, lesson.id));
    return insert(now, { ...module, lessons }, before(past, what), past);
  }
  const [home, lesson] = [homeOf<L, M>(past, what), lessonIn(past, what)];
  if (!home || !lesson) return null;
  if (lessonIn(now, what)) return now;
  return putLesson(now, lesson, { module: home.id, after: before(home.lessons, what) }, past);
}

const before = (things: readonly Thing[], id: string): string | null =>
  things[things.findIndex((thing) => thing.id === id) - 1]?.id ?? null;
