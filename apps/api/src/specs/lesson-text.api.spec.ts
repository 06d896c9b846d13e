import { LessonDraft, StudioCourse, StudioCourseCards } from '@haven/catalog/contract';
import { Problem } from '@haven/shared/contract';
import { paragraph } from '../testing/blocks';
import { type Browser } from '../testing/browser';
import { openWorld, type World } from '../testing/world';

describe('the text of a lesson', () => {
  let world: World;
  let editor: Browser;
  let url: string;
  beforeEach(async () => {
    world = await openWorld();
    editor = await world.as('editor');
    const { items } = (await editor.get('/api/studio/courses').expect(200)).json(StudioCourseCards);
    const id = items.find((item) => item.slug === 'sanctuary-in-cities')?.id;
    const course = (await editor.get(`/api/studio/courses/${id}`).expect(200)).json(StudioCourse);
    url = `/api/studio/courses/${id}/lessons/${course.modules[0]?.lessons[0]?.id}`;
  });
  afterEach(() => world.close());

  const draft = async () => (await editor.get(url).expect(200)).json(LessonDraft);

  it('names every part that a lesson cannot hold, in both languages at once', async () => {
    const { version, en, es } = await draft();
    const html = { type: 'html', id: 'h1', content: '<img src=x onerror=alert(1)>' };
    const edit = {
      en: { ...en, blocks: [...en.blocks, paragraph('x', 'javascript:alert(1)'), html] },
      es: es && { ...es, blocks: [{ ...paragraph('No'), type: 'heading', level: 1 }] },
    };
    const problem = (await editor.put(url, edit, { 'if-match': `"${version}"` }).expect(400)).json(Problem);
    const n = en.blocks.length;
    expect(problem.fields?.map((field) => field.path)).toEqual([
      `en.blocks.${n}.content.0.marks.0.attrs.href`,
      `en.blocks.${n + 1}.type`,
      'es.blocks.0.level',
    ]);
  });

  it('keeps the ids that blocks bring, each once, and gives a translation those of the English', async () => {
    const { version, en, es } = await draft();
    const moved = [...en.blocks.slice(1), ...en.blocks.slice(0, 1)];
    const twice = [...moved, { ...paragraph('Copied.'), id: moved[0]?.id ?? '' }];
    const spanish = [...(es?.blocks.slice(1) ?? []), ...(es?.blocks.slice(0, 1) ?? []), paragraph('Copiado.')];
    const edit = { en: { ...en, blocks: twice }, es: es && { ...es, blocks: spanish } };
    const saved = (await editor.put(url, edit, { 'if-match': `"${version}"` }).expect(200)).json(LessonDraft);
    const ids = saved.en.blocks.map(({ id }) => id);
    expect(ids.slice(0, -1)).toEqual(moved.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(saved.es?.blocks.map(({ id }) => id)).toEqual(ids);
  });
});
