import * as fc from 'fast-check';
import { changeOutline, lessonsOf } from './change-outline';
import { type OutlineChange, type OutlineModule } from './outline';

type Lesson = { readonly id: string };
type Outline = readonly OutlineModule<Lesson>[];

/** `apply('m1:a,b m2:c', …)`: short to write, short to read in a failure. */
const outline = (text: string): Outline =>
  text.split(' ').map((part) => {
    const [id = '', lessons = ''] = part.split(':');
    return {
      id,
      title: { en: id },
      lessons: lessons
        .split(',')
        .filter(Boolean)
        .map((lesson) => ({ id: lesson })),
    };
  });
const written = (modules: Outline | null) =>
  modules?.map(({ id, lessons }) => `${id}:${lessons.map((lesson) => lesson.id).join(',')}`).join(' ') ?? null;

const apply = (now: Outline, change: OutlineChange, seen = now, past = seen) =>
  changeOutline<Lesson, OutlineModule<Lesson>>(now, change, {
    ...{ seen, past },
    module: (id, title) => ({ id, title, lessons: [] }),
    lesson: (id) => ({ id }),
  });

const move = (lesson: string, module: string, after: string | null): OutlineChange => ({
  ...{ do: 'move-lesson', lesson, module, after },
});
const reading = (lesson: string, module: string, after: string | null): OutlineChange => ({
  ...{ do: 'add-lesson', lesson, module, after, title: { en: lesson }, source: { kind: 'reading' } },
});

describe('a change of an outline', () => {
  const start = outline('m:a,b,c n:d');

  it.each<[string, OutlineChange, string]>([
    ['moves a lesson down', move('a', 'm', 'b'), 'm:b,a,c n:d'],
    ['moves a lesson to the top', move('c', 'm', null), 'm:c,a,b n:d'],
    ['moves a lesson into another module', move('b', 'n', 'd'), 'm:a,c n:d,b'],
    ['moves nothing where it would stand after itself', move('b', 'm', 'b'), 'm:a,b,c n:d'],
    ['adds a lesson', reading('x', 'n', null), 'm:a,b,c n:x,d'],
    [
      'copies a lesson below itself',
      { do: 'duplicate-lesson', lesson: 'a', copy: 'x', title: { en: '' } },
      'm:a,x,b,c n:d',
    ],
    ['moves a module with its lessons', { do: 'move-module', module: 'm', after: 'n' }, 'n:d m:a,b,c'],
    ['takes a module out with its lessons', { do: 'remove-module', module: 'm' }, 'n:d'],
    [
      'copies a module with those lessons that it has',
      {
        do: 'duplicate-module',
        module: 'n',
        copy: 'x',
        title: { en: '' },
        lessons: [
          { lesson: 'd', copy: 'e' },
          { lesson: 'a', copy: 'f' },
        ],
      },
      'm:a,b,c n:d x:e',
    ],
  ])('%s', (_, change, expected) => {
    expect(written(apply(start, change))).toBe(expected);
  });

  it('brings back a lesson and a module to where they stood', () => {
    const [noB, noM] = [outline('m:a,c n:d'), outline('n:d')];
    expect(written(apply(noB, { do: 'restore', what: 'b', from: 1 }, noB, start))).toBe(written(start));
    expect(written(apply(noM, { do: 'restore', what: 'm', from: 1 }, noM, start))).toBe(written(start));
  });

  it('of somebody who saw an older outline still does what they meant', () => {
    const now = outline('m:c,a n:d,b');
    expect(written(apply(now, move('d', 'm', 'b'), start))).toBe('m:c,a,d n:b');
    expect(written(apply(now, reading('x', 'm', 'c'), start))).toBe('m:c,x,a n:d,b');
  });

  it('undoes nothing that its sender did not see', () => {
    expect(apply(outline('m:a,b,c,new n:d'), { do: 'remove-module', module: 'm' }, start)).toBeNull();
    expect(apply(outline('n:d'), move('d', 'm', null), start)).toBeNull();
    const renamed = start.map((module) => ({ ...module, title: { en: 'Theirs' } }));
    const rename: OutlineChange = { do: 'rename-module', module: 'm', was: { en: 'm' }, title: { en: 'Mine' } };
    expect(apply(renamed, rename, start)).toBeNull();
    expect(apply(start, rename)?.[0]?.title).toEqual({ en: 'Mine' });
  });
});

/** Changes that only arrange and add, on whatever ids there may be. */
const ids = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const modules = fc.constantFrom('m', 'n', 'o');
const arrange: fc.Arbitrary<OutlineChange> = fc.oneof(
  fc.tuple(ids, modules, fc.option(ids)).map(([lesson, module, after]) => move(lesson, module, after)),
  fc.tuple(ids, modules, fc.option(ids)).map(([lesson, module, after]) => reading(lesson, module, after)),
  fc.tuple(modules, fc.option(modules)).map(([module, after]): OutlineChange => ({ do: 'move-module', module, after })),
  modules.map((module): OutlineChange => ({ do: 'add-module', module, title: { en: module }, after: null })),
);
const remove: fc.Arbitrary<OutlineChange> = fc.oneof(
  ids.map((lesson): OutlineChange => ({ do: 'remove-lesson', lesson })),
  modules.map((module): OutlineChange => ({ do: 'remove-module', module })),
);
const changes = (of: fc.Arbitrary<OutlineChange>) => fc.array(of, { maxLength: 20 });
const all = (now: Outline, list: readonly OutlineChange[], seen?: Outline) =>
  list.reduce((before, change) => apply(before, change, seen ?? before) ?? before, now);

describe('any changes of two people', () => {
  const start = outline('m:a,b n:c');

  it('lose no lesson and double none, whatever each of them saw', () => {
    fc.assert(
      fc.property(changes(arrange), changes(arrange), (mine, theirs) => {
        const now = all(all(start, theirs), mine, start);
        const there = lessonsOf(now).map(({ id }) => id);
        expect(new Set(there).size).toBe(there.length);
        expect(there).toEqual(expect.arrayContaining(['a', 'b', 'c']));
      }),
    );
  });

  it('do nothing more when the last is sent again', () => {
    fc.assert(
      fc.property(changes(fc.oneof(arrange, remove)), fc.oneof(arrange, remove), (before, change) => {
        const seen = all(start, before);
        const once = apply(seen, change);
        if (once) expect(written(apply(once, change, seen))).toBe(written(once));
      }),
    );
  });

  it('can be taken back where they took something out', () => {
    fc.assert(
      fc.property(changes(fc.oneof(arrange, remove)), remove, (before, change) => {
        const past = all(start, before);
        const without = apply(past, change);
        const what = change.do === 'remove-lesson' ? change.lesson : change.do === 'remove-module' ? change.module : '';
        if (!without || written(without) === written(past)) return;
        expect(written(apply(without, { do: 'restore', what, from: 1 }, without, past))).toBe(written(past));
      }),
    );
  });
});
