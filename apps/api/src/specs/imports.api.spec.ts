import { Imported, ImportReport, ImportUndone, QuizCards, QuizDraft } from '@haven/assessment/contract';
import sharp from 'sharp';
import { type Browser } from '../testing/browser';
import { openWorld, type World } from '../testing/world';

const plain = { width: 1200, height: 800, channels: 3 as const, background: '#08525a' };
/** A picture lying on its side, with a place in its metadata, as phones write it. */
const photo = () =>
  sharp({ create: plain })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '41/1 49/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
const tooLarge = () =>
  sharp({ create: { ...plain, width: 8000, height: 8000 } })
    .webp()
    .toBuffer();

/** A question that asks for a place on a picture, on one line. */
const hotspot = (picture: Buffer) =>
  `<qti-assessment-item identifier="q"><qti-response-declaration identifier="R" cardinality="single" base-type="identifier">` +
  `<qti-correct-response><qti-value>A</qti-value></qti-correct-response></qti-response-declaration>` +
  `<qti-item-body><p>Where?</p><qti-hotspot-interaction response-identifier="R" max-choices="1">` +
  `<img src="data:image/png;base64,${picture.toString('base64')}" width="800" height="1200" alt="A hall"/>` +
  `<qti-hotspot-choice shape="rect" coords="0,0,400,600" identifier="A" hotspot-label="Door"/>` +
  `<qti-hotspot-choice shape="rect" coords="400,600,800,1200" identifier="B" hotspot-label="Stage"/>` +
  `</qti-hotspot-interaction></qti-item-body></qti-assessment-item>`;

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

  it('have their pictures drawn anew: upright, small, and silent about where they were taken', async () => {
    const pictures = [await photo(), Buffer.from('<svg/>'), (await photo()).subarray(0, 900), await tooLarge()];
    const given = file(`<items>\n${pictures.map(hotspot).join('\n')}\n</items>`);
    const report = (await editor.post(`${url}/import-previews`, given).expect(200)).json(ImportReport);
    expect(report).toMatchObject({
      taken: [{ line: 2, kind: 'hotspot' }],
      left: [3, 4, 5].map((line) => ({ line, reason: 'picture' })),
    });
    const { questions } = (await editor.post(`${url}/imports`, given).expect(200)).json(Imported);
    expect(questions).toHaveLength(1);
    const content = (await draft()).questions.at(-1)?.content;
    const [head = '', drawn = ''] = (content?.kind === 'hotspot' ? content.picture : '').split(',');
    expect(head).toBe('data:image/webp;base64');
    const { format, width, height, exif, xmp, orientation } = await sharp(Buffer.from(drawn, 'base64')).metadata();
    const silent = { exif: undefined, xmp: undefined, orientation: undefined };
    expect({ format, width, height, exif, xmp, orientation }).toEqual({
      ...{ format: 'webp', width: 640, height: 960 },
      ...silent,
    });
  });

  it('leave as a file in which they come back as they were', async () => {
    const given =
      '::One:: Is it so? {T####Because it is so.}\n\nWho votes? {=The council ~The mayor####The charter says so.}';
    await editor.post(`${url}/imports`, file(given)).expect(200);
    const added = (await draft()).questions.slice(-2).map(({ content }) => content);
    const answer = await editor.get(`${url}/export.gift?lang=en`).expect(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': 'attachment; filename="questions.gift"',
      'x-content-type-options': 'nosniff',
    });
    await editor.post(`${url}/imports`, file(answer.text)).expect(200);
    expect((await draft()).questions.slice(-2).map(({ content }) => content)).toEqual(added);
    await editor.get(`${url}/export.gift`).expect(400);
    await (await world.as('learner')).get(`${url}/export.gift?lang=en`).expect(404);
  });

  it('leave as a package of QTI in which they come back as they were, pictures included', async () => {
    const given = file(`<items>\n${hotspot(await photo())}\n</items>`);
    await editor.post(`${url}/imports`, given).expect(200);
    await editor.post(`${url}/imports`, file('Is it so? {T####Because it is so.}')).expect(200);
    const all = (await draft()).questions.map(({ content }) => content);
    const answer = await editor.get(`${url}/export.qti.zip?lang=en`).expect(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="questions.qti.zip"',
    });
    const zip = { content: answer.bytes.toString('base64'), lang: 'en' };
    const report = (await editor.post(`${url}/import-previews`, zip).expect(200)).json(ImportReport);
    expect(report).toMatchObject({ format: 'qti', left: [] });
    expect(report.taken.map(({ kind }) => kind)).toEqual(all.map(({ kind }) => kind));
    await editor.post(`${url}/imports`, zip).expect(200);
    const [place, truth] = (await draft()).questions.slice(-2).map(({ content }) => content);
    expect(truth).toEqual(all.at(-1));
    expect(place).toMatchObject({ ...all.at(-2), picture: expect.stringMatching(/^data:image\/webp;base64,/) });
    await (await world.as('learner')).get(`${url}/export.qti.zip?lang=en`).expect(404);
  });

  it('are taken out again, but for one that somebody has written in since', async () => {
    const before = await draft();
    const { questions } = (
      await editor.post(`${url}/imports`, file('One? {T}\n\nTwo? {T}\n\nThree? {T}')).expect(200)
    ).json(Imported);
    const [one = '', two = '', three = ''] = questions;
    const content = (await draft()).questions.at(-2)?.content;
    await editor.put(`/api/studio/questions/${two}`, content, { 'if-match': '"1"' }).expect(200);
    const { removed } = (await editor.post(`${url}/import-undos`, { questions }).expect(200)).json(ImportUndone);
    expect(removed).toEqual([one, three]);
    expect((await draft()).questions.map(({ id }) => id)).toEqual([...before.questions.map(({ id }) => id), two]);
    expect((await editor.post(`${url}/import-undos`, { questions }).expect(200)).json(ImportUndone).removed).toEqual(
      [],
    );
    await editor.put(`/api/studio/questions/${one}`, content, { 'if-match': '"1"' }).expect(404);
    await (await world.as('learner')).post(`${url}/import-undos`, { questions }).expect(404);
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
