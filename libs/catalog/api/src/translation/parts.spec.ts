import { type QuestionContent } from '@haven/assessment/contract';
import { type Block } from '@haven/shared/contract';
import { anyBlocks } from '@haven/shared/contract/testing';
import * as fc from 'fast-check';
import { asRead, type CourseContent, type LessonBodies, type LessonContent } from '../content';
import { statesOf, tied } from '../text/translation';
import { courseParts, tiedCourse, withCourseLine } from './course-parts';
import { lessonParts, withLessonPart } from './lesson-parts';
import { nameOf, type Part, plain } from './part';
import { questionKey, questionParts, withQuestionText } from './question-parts';

const english = anyBlocks.map((blocks) => ({ title: 'A title', summary: 'A summary', blocks }));
const into = ({ source }: Part) => (typeof source === 'string' ? `es ${source}` : source);
const partAt = (bodies: LessonBodies, key: string) => {
  const part = lessonParts(bodies).find((one) => one.key === key);
  if (!part) throw new Error(`no part ${key}`);
  return part;
};
const translate = (bodies: LessonBodies, key: string) => {
  const part = partAt(bodies, key);
  return withLessonPart(bodies, { part, text: into(part), of: part.of, reviewed: false });
};
const take = (bodies: LessonBodies, key: string) => {
  const part = partAt(bodies, key);
  return withLessonPart(bodies, { part, text: null, of: part.of, reviewed: false });
};
const review = (bodies: LessonBodies, key: string, reviewed = true) => {
  const part = partAt(bodies, key);
  return withLessonPart(bodies, { part, text: part.text, of: part.of, reviewed });
};

describe('the parts of a lesson', () => {
  it('are translated one by one in any order, and stand in the order of the English', () => {
    const shuffled = english.chain((en) => {
      const keys = lessonParts({ en }).map(({ key }) => key);
      return fc.tuple(fc.constant(en), fc.shuffledSubarray(keys, { minLength: keys.length }));
    });
    fc.assert(
      fc.property(shuffled, ([en, keys]) => {
        let bodies: LessonBodies = { en };
        for (const [at, key] of keys.entries()) {
          expect(partAt(bodies, key).state).toBe('missing');
          bodies = translate(bodies, key);
          expect([...statesOf(bodies).values()].filter((state) => state === 'draft')).toHaveLength(at + 1);
        }
        const said = en.blocks.filter((block) => plain(block).trim());
        expect(bodies.es).toMatchObject({ title: 'es A title', summary: 'es A summary', blocks: said });
        // Taken away again, one by one, nothing is left of it.
        for (const key of keys) bodies = take(bodies, key);
        expect(bodies).toEqual({ en });
      }),
    );
  });

  it('are reviewed until the Spanish is edited, and out of date once the English is', () => {
    fc.assert(
      fc.property(english, fc.nat(), (en, choice) => {
        const keys = lessonParts({ en }).map(({ key }) => key);
        const key = keys[choice % keys.length] ?? '';
        const others = (bodies: LessonBodies) => [...statesOf(bodies)].filter(([other]) => other !== key);
        const draft = keys.reduce(translate, { en } as LessonBodies);
        const reviewed = review(draft, key);
        expect(partAt(reviewed, key).state).toBe('reviewed');
        expect(partAt(review(reviewed, key, false), key).state).toBe('draft');
        expect(partAt(translate(reviewed, key), key).state).toBe('draft');
        const edited = changed(en, key);
        const { es } = reviewed;
        const older: LessonBodies = { en: edited, es: es && tied(reviewed, edited, es) };
        expect(partAt(older, key)).toMatchObject({ state: 'outdated', from: partAt(reviewed, key).of });
        expect(others(older)).toEqual(others(reviewed));
        // Still right: read again beside the English as it is now.
        expect(partAt(review(older, key), key).state).toBe('reviewed');
        // Marks of what was read are no news for a reader.
        const whole = (bodies: LessonBodies) => asRead({ ...lesson, bodies });
        expect(JSON.stringify(whole(reviewed))).toBe(JSON.stringify(whole(draft)));
      }),
    );
  });

  it('keep a translation of an English that changed while it was written', () => {
    const bodies: LessonBodies = { en: { title: 'Now', summary: '', blocks: [] } };
    const part = { key: '@title' };
    const kept = withLessonPart(bodies, { part, text: 'Ahora', of: nameOf('Then'), reviewed: false });
    expect(partAt(kept, '@title')).toMatchObject({ state: 'outdated', text: 'Ahora', from: nameOf('Then') });
  });

  it('leave out a text that goes its own way', () => {
    const block = (id: string): Block => ({ type: 'paragraph', id, content: [{ type: 'text', text: 'Words' }] });
    const en = { title: 'A', summary: '', blocks: [block('a')] };
    const es = { title: 'B', summary: '', blocks: [block('x'), block('y')], of: '' };
    expect(lessonParts({ en, es }).map(({ key }) => key)).toEqual(['@title']);
  });
});

/** The English with other words in one part. */
function changed(en: LessonBodies['en'], key: string): LessonBodies['en'] {
  if (key === '@title') return { ...en, title: `${en.title}!` };
  if (key === '@summary') return { ...en, summary: `${en.summary}!` };
  const other = (id: string): Block => ({ type: 'paragraph', id, content: [{ type: 'text', text: 'Something else' }] });
  return { ...en, blocks: en.blocks.map((block) => (block.id === key ? other(key) : block)) };
}

const lesson = { kind: 'reading', minutes: 1, rule: { kind: 'read' }, recording: null, quiz: null } as Omit<
  LessonContent,
  'bodies'
>;

describe('the words of a course', () => {
  const course: CourseContent = {
    ...{ topic: 'cities', title: { en: 'A course', es: 'Un curso' }, summary: { en: 'About it' } },
    ...{ outcomes: { en: ['Ask', 'Answer'] }, languages: ['en', 'es'], reviewedOn: '2026-01-01' },
    modules: [{ id: '0', slug: 'first', title: { en: 'First', es: 'Primero' }, lessons: [] }],
  };
  const states = (content: CourseContent) => courseParts(content).map(({ key, state }) => `${key} ${state}`);

  it('count as drafts of the English that they were found beside', () => {
    expect(states(course)).toEqual([
      '@title draft',
      '@summary missing',
      '@outcome-1 missing',
      '@outcome-2 missing',
      '@module-first draft',
    ]);
  });

  it('are out of date once the English alone has changed, and not when both have', () => {
    const alone = tiedCourse(course, { ...course, title: { en: 'Another', es: 'Un curso' } });
    expect(courseParts(alone)[0]).toMatchObject({ state: 'outdated', from: nameOf('A course') });
    const again = tiedCourse(alone, { ...alone, summary: { en: 'More about it' } });
    expect(courseParts(again)[0]).toMatchObject({ state: 'outdated', from: nameOf('A course') });
    const both = tiedCourse(alone, { ...alone, title: { en: 'Another', es: 'Otro' } });
    expect(courseParts(both)[0]).toMatchObject({ state: 'draft' });
    const back = tiedCourse(alone, { ...alone, title: course.title });
    expect(courseParts(back)[0]).toMatchObject({ state: 'draft' });
  });

  it('are translated line by line; an outcome that is missing keeps its place', () => {
    const second = withCourseLine(course, '@outcome-2', 'Responder', null);
    expect(second.outcomes).toEqual({ en: ['Ask', 'Answer'], es: ['', 'Responder'] });
    expect(withCourseLine(second, '@outcome-2', null, null).outcomes).toEqual({ en: ['Ask', 'Answer'] });
    const reviewed = withCourseLine(second, '@module-first', 'Primero', { of: nameOf('First'), reviewed: true });
    expect(states(reviewed)).toContain('@module-first reviewed');
    expect(states(withCourseLine(reviewed, '@module-first', 'Uno', null))).toContain('@module-first draft');
  });
});

describe('the texts of a question', () => {
  const question = (en: string, es?: string): QuestionContent => ({
    kind: 'single',
    ...{ prompt: { en, es }, explanation: { en: 'Because', es: 'Porque' }, evidence: null },
    options: [
      { id: 'a', text: { en: 'Yes', es: 'Sí' }, correct: true },
      { id: 'b', text: { en: 'No' }, correct: false },
    ],
  });
  const id = '0192aaaa-0000-7000-8000-000000000000';
  const parts = (contents: QuestionContent[], units = {}) => {
    const content = contents.at(-1);
    if (!content) throw new Error('no question');
    return questionParts([{ id, version: contents.length, tags: [], ready: true, content }], {
      units,
      wordings: new Map([[id, contents]]),
    });
  };
  const key = questionKey(id, 'prompt');

  it('are out of date where the English changed after the Spanish was written', () => {
    expect(parts([question('One', 'Uno')]).map(({ state }) => state)).toEqual(['draft', 'draft', 'draft', 'missing']);
    const [later] = parts([question('One', 'Uno'), question('Two', 'Uno')]);
    expect(later).toMatchObject({ key, state: 'outdated', from: nameOf('One') });
    expect(parts([question('One', 'Uno'), question('Two', 'Uno'), question('Two', 'Dos')])[0]?.state).toBe('draft');
    expect(parts([question('One'), question('Two', 'Dos')])[0]?.state).toBe('draft');
  });

  it('are reviewed as long as both are what was read', () => {
    const units = { [key]: { of: nameOf('Two'), words: nameOf('Uno'), reviewed: true } };
    expect(parts([question('One', 'Uno'), question('Two', 'Uno')], units)[0]?.state).toBe('reviewed');
    expect(parts([question('Two', 'Uno'), question('Two', 'Dos')], units)[0]?.state).toBe('draft');
    expect(parts([question('Two', 'Uno'), question('Three', 'Uno')], units)[0]?.state).toBe('outdated');
  });

  it('are translated where they stand', () => {
    expect(withQuestionText(question('One'), 'options.b.text', 'No, gracias')).toMatchObject({
      options: [{ text: { es: 'Sí' } }, { text: { en: 'No', es: 'No, gracias' } }],
    });
    expect(withQuestionText(question('One', 'Uno'), 'prompt', null)).toMatchObject({ prompt: { en: 'One' } });
  });
});
