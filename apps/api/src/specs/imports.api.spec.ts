import { Imported, ImportReport, QuizCards, QuizDraft } from '@haven/assessment/contract';
import { type Browser } from '../testing/browser';
import { openWorld, type World } from '../testing/world';

describe('questions from a file', () => {
  let world: World;
  let editor: Browser;
  let url: string;
  beforeEach(async () => {
    world = await openWorld();
    editor = await world.as('editor');
    const [quiz] = (await editor.get('/api/studio/quizzes').expect(200)).json(QuizCards).items;
    url = `/api/studio/quizzes/${quiz?.id}`;
  });
  afterEach(() => world.close());

  const file = (text: string) => ({ content: Buffer.from(text).toString('base64'), lang: 'en' });
  const draft = async () => (await editor.get(url).expect(200)).json(QuizDraft);

  it('are shown first, with the lines of what cannot be taken; then what can be taken stands at the end', async () => {
    const before = await draft();
    const given = file('Is it so? {T}\n\nWho votes? {=The council ~The mayor}\n\nBroken {=a');
    const report = (await editor.post(`${url}/import-previews`, given).expect(200)).json(ImportReport);
    expect(report).toMatchObject({
      format: 'gift',
      taken: [
        { line: 1, kind: 'true-false', prompt: { en: 'Is it so?' }, notes: ['explanation'] },
        { line: 3, kind: 'single' },
      ],
      left: [{ line: 5, reason: 'braces' }],
    });
    expect(await draft()).toEqual(before);
    const imported = (await editor.post(`${url}/imports`, given).expect(200)).json(Imported);
    const { questions } = await draft();
    expect(questions.slice(0, -2)).toEqual(before.questions);
    expect(questions.slice(-2).map(({ id }) => id)).toEqual(imported.questions);
    expect(questions.at(-1)?.content).toMatchObject({ prompt: { en: 'Who votes?' }, evidence: null });
  });

  it('change nothing where the file is malformed', async () => {
    const before = await draft();
    const broken = file('<quiz><question type="essay">');
    const imported = (await editor.post(`${url}/imports`, broken).expect(200)).json(Imported);
    expect(imported).toMatchObject({ questions: [], taken: [], left: [{ line: 1, reason: 'malformed' }] });
    expect(await draft()).toEqual(before);
    await editor.post(`${url}/imports`, { content: 'no base64', lang: 'en' }).expect(400);
  });
});
