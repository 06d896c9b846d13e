import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QuestionContent } from '@haven/assessment/contract';
import { PackageQuiz } from '@haven/catalog/contract';
import { questionsOf } from './read-quiz';

const folder = join(__dirname, '../../../../../tools/seed/courses/knowing-your-citys-policies/quizzes');
const practice = PackageQuiz.parse(JSON.parse(readFileSync(join(folder, 'practise.json'), 'utf8')));

/** The practice quiz with its question of `kind` changed. */
const changed = (kind: string, part: object): PackageQuiz => ({
  ...practice,
  questions: practice.questions.map((question) => (question['kind'] === kind ? { ...question, ...part } : question)),
});

describe('the questions of a package', () => {
  it('are of every type, with names for ids, the place of the evidence and the picture inside', async () => {
    const contents = await questionsOf(folder, practice);
    expect(contents.map(({ kind }) => kind)).toEqual(QuestionContent.options.map(({ shape }) => shape.kind.value));
    const hotspot = contents.find(({ kind }) => kind === 'hotspot');
    expect(hotspot).toMatchObject({ evidence: 'lesson:read-the-clause', regions: [{ id: 'title' }, {}, {}, {}, {}] });
    expect(hotspot).toHaveProperty('picture', expect.stringMatching(/^data:image\/png;base64,/));
  });

  it.each([
    ['single', { surprise: 1 }, /^p-verb: .*surprise/],
    ['numeric', { value: 'nine' }, /^p-parts\.value: /],
    [
      'true-false',
      { explanation: { en: 'Only English.', es: ' ' } },
      /^p-why-ask\.explanation: the Spanish is missing/,
    ],
    ['reflection', { kind: 'riddle' }, /^p-gap\.kind: /],
    ['hotspot', { picture: 'no-such.png' }, /^p-page\.picture: no-such\.png is missing/],
    ['hotspot', { picture: '../../course.json' }, /^p-page\.picture: name a PNG/],
    ['single', { slug: 'p-gap' }, /^p-gap: two questions have this name/],
  ])('with a fault in the one of type %s are refused by name: %p', async (kind, part, fault) => {
    await expect(questionsOf(folder, changed(kind, part))).rejects.toThrow(fault);
  });
});
