import { LessonDetail } from '@haven/catalog/contract';
import { Session } from '@haven/identity/contract';
import { type Note, type NoteEdit, NoteKept, noteLength, Notes } from '@haven/learning/contract';
import { newId } from '@haven/shared/api';
import { type Browser } from '../testing/browser';
import { openWorld, type World } from '../testing/world';

/** Somebody's go at one note, as a page has it: what it knows of, and how often it has changed the text. */
class Hand {
  private readonly hand = newId();
  private count = 0;
  private base: Note['edits'] = {};

  constructor(
    private readonly lesson: LessonDetail,
    readonly note: string = newId(),
    readonly at = 60,
  ) {}

  /** A hand that has seen `note` as it is. */
  static on(lesson: LessonDetail, note: Note): Hand {
    const hand = new Hand(lesson, note.id, note.at);
    hand.base = note.edits;
    return hand;
  }

  edit(text: string | null): NoteEdit {
    const { id: lesson, recording } = this.lesson;
    const edits = { ...this.base, [this.hand]: ++this.count };
    return {
      lesson,
      recording: recording?.id ?? '',
      rev: recording?.rev ?? 0,
      at: this.at,
      text,
      hand: this.hand,
      edits,
    };
  }

  async write(browser: Browser, text: string | null): Promise<NoteKept> {
    return this.send(browser, this.edit(text));
  }

  async send(browser: Browser, edit: NoteEdit): Promise<NoteKept> {
    return (await browser.put(`/api/notes/${this.note}`, edit).expect(200)).json(NoteKept);
  }
}

describe('notes', () => {
  let world: World;
  let lesson: LessonDetail;
  beforeAll(async () => {
    world = await openWorld();
    lesson = (await world.visitor().get('/api/courses/sanctuary-in-cities/lessons/webinar').expect(200)).json(
      LessonDetail,
    );
  });
  afterAll(() => world.close());

  const notesOf = async (browser: Browser) =>
    (await browser.get(`/api/lessons/${lesson.id}/notes`).expect(200)).json(Notes).items;
  const textsOf = async (browser: Browser) => (await notesOf(browser)).map(({ at, text }) => [at, text]);
  const written = async (browser: Browser, text: string) => {
    const { note } = await new Hand(lesson).write(browser, text);
    if (!note) throw new Error('the note was not kept');
    return note;
  };

  it('are kept for a guest, in the order of their moments', async () => {
    const browser = await world.guest();
    await new Hand(lesson, newId(), 120).write(browser, 'second');
    await new Hand(lesson, newId(), 7).write(browser, 'first, with “quotes” and ñ 🕊');
    expect(await textsOf(browser)).toEqual([
      [7, 'first, with “quotes” and ñ 🕊'],
      [120, 'second'],
    ]);
  });

  it('are nobody else’s: not an editor’s, not an administrator’s, and an id says nothing', async () => {
    const note = await written(await world.guest(), 'mine');
    for (const role of ['learner', 'editor', 'administrator'] as const) {
      const other = await world.as(role);
      await other.post('/api/enrolments', { course: 'sanctuary-in-cities' }).expect(200);
      expect(await notesOf(other)).toEqual([]);
      // The same id is another note for another person, and theirs stays theirs.
      expect(await Hand.on(lesson, note).write(other, `of the ${role}`)).toMatchObject({
        note: { id: note.id, text: `of the ${role}` },
        copy: null,
      });
    }
    const stranger = await world.guest('knowing-your-citys-policies');
    await stranger.get(`/api/lessons/${lesson.id}/notes`).expect(404);
    await stranger.put(`/api/notes/${note.id}`, new Hand(lesson).edit('x')).expect(404);
    await world.visitor().get(`/api/lessons/${lesson.id}/notes`).expect(401);
  });

  it('are sent again without a trace, and an older change never takes the place of a newer one', async () => {
    const browser = await world.guest();
    const hand = new Hand(lesson);
    const [old, fresh] = [hand.edit('dra'), hand.edit('draft')];
    const kept = await hand.send(browser, fresh);
    for (const edit of [old, fresh, old]) expect(await hand.send(browser, edit)).toEqual(kept);
    expect(await textsOf(browser)).toEqual([[60, 'draft']]);
  });

  it('are one where the same new note arrives twice at the same moment', async () => {
    const browser = await world.guest();
    const hand = new Hand(lesson);
    const edit = hand.edit('once');
    await Promise.all([1, 2, 3, 4].map(() => hand.send(browser, edit)));
    expect(await textsOf(browser)).toEqual([[60, 'once']]);
  });

  it('keep their moment when the text changes', async () => {
    const browser = await world.guest();
    const note = await written(browser, 'before');
    const { note: after } = await Hand.on(lesson, { ...note, at: 99 }).write(browser, 'after');
    expect(after).toMatchObject({ id: note.id, at: 60, text: 'after' });
  });

  it('are two where two devices changed one without knowing of each other; both texts are kept and say so', async () => {
    const [phone] = [await world.guest()];
    const laptop = phone.twin();
    const note = await written(phone, 'ask the council');
    const [here, there] = [Hand.on(lesson, note), Hand.on(lesson, note)];
    await here.write(phone, 'ask the council on Monday');
    const late = there.edit('ask the school board');
    const { note: stays, copy } = await there.send(laptop, late);
    expect(stays).toMatchObject({ id: note.id, text: 'ask the council on Monday', twin: null });
    expect(copy).toMatchObject({ text: 'ask the school board', twin: note.id, at: 60 });

    // The answer was lost: sent again, and changed once more before the device knows.
    await there.send(laptop, late);
    const { copy: same } = await there.write(laptop, 'ask the school board, too');
    expect(same?.id).toBe(copy?.id);
    expect((await textsOf(phone)).map(([, text]) => text).sort()).toEqual([
      'ask the council on Monday',
      'ask the school board, too',
    ]);

    // Meanwhile the other text is changed by somebody who has seen it: what comes late is a third, and nothing is lost.
    if (!same) throw new Error('there is no copy');
    await Hand.on(lesson, same).write(phone, 'ask both');
    await there.write(laptop, 'ask the school board first');
    expect((await textsOf(phone)).map(([, text]) => text).sort()).toEqual([
      'ask both',
      'ask the council on Monday',
      'ask the school board first',
    ]);
  });

  it('are one where both devices wrote the same', async () => {
    const browser = await world.guest();
    const note = await written(browser, 'a');
    const [here, there] = [Hand.on(lesson, note), Hand.on(lesson, note)];
    await here.write(browser, 'b');
    expect(await there.write(browser, 'b')).toMatchObject({ note: { text: 'b' }, copy: null });
    expect(await textsOf(browser)).toEqual([[60, 'b']]);
  });

  it('are deleted, stay deleted, and come back when the deletion is taken back', async () => {
    const browser = await world.guest();
    const note = await written(browser, 'gone');
    const hand = Hand.on(lesson, note);
    expect(await hand.write(browser, null)).toEqual({ note: null, copy: null });
    expect(await notesOf(browser)).toEqual([]);
    const [row] = await world.database.query<{ text: string | null }[]>('SELECT text FROM note WHERE id = $1', [
      note.id,
    ]);
    expect(row?.text).toBeNull();
    await hand.write(browser, 'gone');
    expect(await textsOf(browser)).toEqual([[60, 'gone']]);
  });

  it('are stronger than a deletion that did not know of the change', async () => {
    const browser = await world.guest();
    const note = await written(browser, 'a');
    const [here, there] = [Hand.on(lesson, note), Hand.on(lesson, note)];
    await here.write(browser, 'changed');
    expect(await there.write(browser, null)).toMatchObject({ note: { text: 'changed' }, copy: null });

    const again = await written(browser, 'b');
    const [one, two] = [Hand.on(lesson, again), Hand.on(lesson, again)];
    await one.write(browser, null);
    expect(await two.write(browser, 'b, changed')).toMatchObject({ note: { id: again.id, text: 'b, changed' } });
  });

  it('have limits: a length, words, and how many a lesson holds', async () => {
    const browser = await world.guest();
    const put = (edit: unknown) => browser.put(`/api/notes/${newId()}`, edit);
    await put(new Hand(lesson).edit('x'.repeat(noteLength))).expect(200);
    for (const text of ['x'.repeat(noteLength + 1), '', ' \n ', 'a\0b', '\ud800'])
      await put(new Hand(lesson).edit(text)).expect(400);
    await put({ ...new Hand(lesson).edit('x'), edits: { [newId()]: 1 } }).expect(400);
    await put({ ...new Hand(lesson).edit('x'), personId: newId() }).expect(400);
    await world.database.query(
      `INSERT INTO note (person_id, id, lesson_id, recording_id, rev, at, text, edits, changed_at)
       SELECT person_id, gen_random_uuid(), lesson_id, recording_id, rev, at, text, edits, changed_at FROM note, generate_series(1, 499)
        WHERE lesson_id = $1 AND person_id = (SELECT person_id FROM note WHERE length(text) = $2)`,
      [lesson.id, noteLength],
    );
    const refused = await put(new Hand(lesson).edit('one more'));
    expect([refused.status, (JSON.parse(refused.text) as { code: string }).code]).toEqual([413, 'quota-used-up']);
  });

  it('go with the person, and come along when a guest signs in', async () => {
    const browser = await world.guest();
    const note = await written(browser, 'from the time without an account');
    const { email, password } = world.account('learner', 1);
    await browser.post('/api/session', { email, password }).expect(200);
    expect(await notesOf(browser)).toEqual([note]);
    const { person } = (await browser.get('/api/session').expect(200)).json(Session);
    await world.database.query('DELETE FROM person WHERE id = $1', [person?.id]);
    expect(await world.database.query('SELECT 1 FROM note WHERE person_id = $1', [person?.id])).toEqual([]);
  });

  it('move along with a new file of the recording, and say where their moment is gone', async () => {
    const browser = await world.guest();
    await new Hand(lesson, newId(), 20).write(browser, 'moves');
    await new Hand(lesson, newId(), 200).write(browser, 'is cut out');
    const recording = lesson.recording;
    await world.database.query(
      `INSERT INTO timeline SELECT (jsonb_populate_record(t, '{"rev": 2, "pieces": [{"from": 0, "to": 100, "at": 5}]}')).*
         FROM timeline t WHERE recording_id = $1 AND rev = $2`,
      [recording?.id, recording?.rev],
    );
    await world.database.query('ALTER TABLE release DISABLE TRIGGER ALL');
    await world.database.query(
      `UPDATE release SET manifest = jsonb_set(manifest, '{lessons}', (SELECT jsonb_agg(CASE WHEN l->>'id' = $1
          THEN jsonb_set(l, '{recording,rev}', '2') ELSE l END) FROM jsonb_array_elements(manifest->'lessons') l))`,
      [lesson.id],
    );
    expect((await notesOf(browser)).map(({ at, lost, text }) => [at, lost, text])).toEqual([
      [25, false, 'moves'],
      [200, true, 'is cut out'],
    ]);
  });
});
