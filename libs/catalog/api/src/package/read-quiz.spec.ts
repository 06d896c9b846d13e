import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QuestionContent } from '@haven/assessment/contract';
import { openFolder, type PackageFiles } from './package-files';
import { questionsOf } from './read-quiz';
import { PackageQuiz } from './shapes';

const folder = join(__dirname, '../../../../../tools/seed/courses/knowing-your-citys-policies');
const practice = PackageQuiz.parse(JSON.parse(readFileSync(join(folder, 'quizzes/practise.json'), 'utf8')));

/** The practice quiz with its question of `kind` changed. */
const changed = (kind: string, part: object): PackageQuiz => ({
  ...practice,
  questions: practice.questions.map((question) => (question['kind'] === kind ? { ...question, ...part } : question)),
});

describe('the questions of a package', () => {
  let files: PackageFiles;
  beforeAll(async () => (files = await openFolder(folder)));

  it('are of every type, with names for ids, the place of the evidence and the picture inside', async () => {
    const contents = await questionsOf(files, 'quizzes', practice);
    expect(contents.map(({ kind }) => kind)).toEqual(QuestionContent.options.map(({ shape }) => shape.kind.value));
    const hotspot = contents.find(({ kind }) => kind === 'hotspot');
    expect(hotspot).toMatchObject({ evidence: 'lesson:read-the-clause', regions: [{ id: 'title' }, {}, {}, {}, {}] });
    expect(hotspot).toHaveProperty('picture', expect.stringMatching(/^data:image\/png;base64,/));
  });

  it.each([
    ['single', { surprise: 1 }, /^p-verb: .*surprise/],
    ['numeric', { value: 'nine' }, /^p-parts\.value: /],
    ['reflection', { kind: 'riddle' }, /^p-gap\.kind: /],
    ['hotspot', { picture: 'no-such.png' }, /^p-page\.picture: no-such\.png is missing/],
    ['hotspot', { picture: '../../course.json' }, /^p-page\.picture: name a PNG/],
    ['single', { slug: 'p-gap' }, /^p-gap: two questions have this name/],
  ])('with a fault in the one of type %s are refused by name: %p', async (kind, part, fault) => {
    await expect(questionsOf(files, 'quizzes', changed(kind, part))).rejects.toThrow(fault);
  });

  it('may wait for their Spanish and for the place of their evidence', async () => {
    const draft = { explanation: { en: 'Only English.' }, evidence: undefined };
    const contents = await questionsOf(files, 'quizzes', changed('true-false', draft));
    const found = contents.find(({ kind }) => kind === 'true-false');
    expect(found).toMatchObject({ explanation: { en: 'Only English.' }, evidence: null });
  });
});
