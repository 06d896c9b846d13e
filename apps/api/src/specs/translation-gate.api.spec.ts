import { CourseTranslation, SectionTranslation, type TranslationGate } from '@haven/catalog/contract';
import { Problem } from '@haven/shared/contract';
import { paragraph } from '../testing/blocks';
import { type Browser } from '../testing/browser';
import { SmallCourse } from '../testing/small-course';
import { openWorld, type World } from '../testing/world';

describe('the gate for the Spanish of a course', () => {
  let world: World;
  let editor: Browser;
  let course: SmallCourse;
  let lesson: string;
  let url: string;
  beforeEach(async () => {
    world = await openWorld();
    editor = await world.as('editor');
    course = await SmallCourse.begin(editor, world.visitor(), []);
    lesson = await course.add('A lesson');
    url = `/api/studio/courses/${course.id}/translation`;
  });
  afterEach(() => world.close());

  const gateNow = async () => (await editor.get(url).expect(200)).json(CourseTranslation).gate;
  const setGate = (was: TranslationGate, gate: TranslationGate) => editor.put(url, { was, gate });
  const partsOf = async (item: string) =>
    (await editor.get(`${url}/${item}`).expect(200)).json(SectionTranslation).parts;
  /** Translates what is missing of every section, and marks as reviewed what is asked for. */
  async function translate(review: boolean): Promise<void> {
    for (const item of [course.id, lesson])
      for (const { key, of, words, source } of await partsOf(item)) {
        const text = typeof source === 'string' ? `es ${source}` : { ...paragraph('Un texto.'), id: key };
        if (words === null) await editor.put(`${url}/${item}`, { key, of, was: null, text }).expect(200);
      }
    if (!review) return;
    for (const item of [course.id, lesson])
      for (const { key, of, words } of await partsOf(item))
        await editor.put(`${url}/${item}/review`, { key, of, words, reviewed: true }).expect(200);
  }
  const notReady = async () =>
    (await course.preview()).findings.flatMap(({ code, lesson: at }) => (code === 'translation-not-ready' ? [at] : []));

  it('is open where nobody has set it: what is translated is shown, what is not falls back', async () => {
    expect(await gateNow()).toBe('always');
    const [title] = await partsOf(course.id);
    await editor.put(`${url}/${course.id}`, { key: '@title', of: title?.of, was: null, text: 'Un curso' }).expect(200);
    const { languages } = await course.preview();
    await course.publish();
    expect(await course.seen()).toMatchObject({ languages, title: { es: 'Un curso' } });
    expect(await notReady()).toEqual([]);
  });

  it.each(['translated', 'reviewed'] as const)(
    'shows no Spanish before all of it is %s, and says why',
    async (gate) => {
      await setGate('always', gate).expect(200);
      expect(await gateNow()).toBe(gate);
      expect(await notReady()).toEqual([null, lesson]);
      const [title] = await partsOf(course.id);
      await editor
        .put(`${url}/${course.id}`, { key: '@title', of: title?.of, was: null, text: 'Un curso' })
        .expect(200);
      expect((await course.preview()).languages).toEqual(['en']);
      await course.publish();
      const closed = await course.seen();
      expect(closed).toMatchObject({ languages: ['en'], title: { en: 'A small course' } });
      expect(JSON.stringify([closed, await course.lessons()])).not.toMatch(/"es":|Un curso/);

      await translate(gate === 'reviewed');
      expect(await notReady()).toEqual([]);
      expect((await course.preview()).languages).toEqual(['en', 'es']);
      await course.publish();
      const open = await course.seen();
      expect(open).toMatchObject({ languages: ['en', 'es'], title: { es: 'Un curso' } });
      expect((await course.lessons())[0]?.body.es).toHaveLength(1);

      // Going back shows what was shown then.
      await course.again(1);
      expect(await course.seen()).toMatchObject({ languages: ['en'], title: { en: 'A small course' } });
      expect(JSON.stringify(await course.lessons())).not.toContain('"es":');
    },
  );

  it('closes again once the English has moved on, and is news of its own', async () => {
    await setGate('always', 'translated').expect(200);
    await translate(false);
    await course.publish();
    // The same words behind another gate are another release.
    await setGate('translated', 'reviewed').expect(200);
    expect((await course.preview()).languages).toEqual(['en']);
    await course.publish();
    expect((await course.seen()).languages).toEqual(['en']);
  });

  it('is set over what was seen', async () => {
    await setGate('always', 'reviewed').expect(200);
    expect((await setGate('always', 'translated').expect(409)).json(Problem).code).toBe('stale');
    await setGate('always', 'reviewed').expect(200);
    await setGate('reviewed', 'always').expect(200);
    expect(await gateNow()).toBe('always');
    await (await world.as('author')).put(url, { was: 'always', gate: 'reviewed' }).expect(404);
  });
});
