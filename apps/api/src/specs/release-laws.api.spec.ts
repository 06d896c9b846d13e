import { Audience } from '@haven/catalog/api';
import {
  type ForCompleted,
  forCompleted,
  type Impact,
  type LessonChanges,
  type ReleaseCard,
} from '@haven/catalog/contract';
import { Impacts } from '@haven/learning/api';
import { CourseProgress } from '@haven/learning/contract';
import { Events } from '@haven/shared/api';
import fc from 'fast-check';
import { type Browser } from '../testing/browser';
import { someone } from '../testing/situation';
import { SmallCourse } from '../testing/small-course';
import { readThrough, tryCourse } from '../testing/tried';
import { openWorld, type World } from '../testing/world';

const MINUTE = 60_000;

/** What can happen to a course, in any order. */
const acts = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('write' as const), at: fc.nat(9), text: fc.constantFrom('one', 'two', 'three') }),
    fc.record({ do: fc.constant('add' as const) }),
    fc.record({ do: fc.constant('remove' as const), at: fc.nat(9) }),
    fc.record({ do: fc.constant('read' as const), who: fc.nat(2), at: fc.nat(9) }),
    fc.record({ do: fc.constant('renew' as const), who: fc.nat(2), at: fc.nat(9) }),
    fc.record({ do: fc.constant('publish' as const), in: fc.nat(3), completed: fc.constantFrom(...forCompleted) }),
    fc.record({ do: fc.constant('again' as const), of: fc.nat(9), completed: fc.constantFrom(...forCompleted) }),
    fc.record({ do: fc.constant('cancel' as const) }),
    fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 2 }) }),
  ),
  { minLength: 8, maxLength: 16 },
);
type Act = typeof acts extends fc.Arbitrary<(infer A)[]> ? A : never;

describe('any sequence of edits, previews, publishes, rollbacks and plans', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
    // Counts as they are: a world of three people has only groups that are hidden.
    const impacts = world.app.get(Impacts);
    world.app.get(Audience).report(async (manager, coming) => {
      const { news, noNews, finish, more, less, same } = await impacts.figures(manager, coming);
      return {
        completed: { all: news + noNews, news },
        underWay: { all: finish + more + less + same, finish, more, less },
      };
    });
  });
  afterAll(() => world.close());

  it('shows learners exactly the release, changes no award, and does to people what the preview said', () =>
    fc.assert(
      fc.asyncProperty(acts, async (sequence) => {
        const run = await Run.begin(world);
        for (const act of sequence) {
          await run.do(act);
          await run.check();
        }
      }),
      { numRuns: 12 },
    ));
});

interface Shown {
  readonly number: number;
  readonly effective: number;
  readonly texts: string;
  cancelled: boolean;
}

/** One course with three learners, and beside it what ought to be. */
class Run {
  private readonly line: Shown[] = [];
  private awards = new Map<string, string>();

  private constructor(
    private readonly world: World,
    private readonly editor: Browser,
    private readonly course: SmallCourse,
    private readonly learners: readonly Browser[],
  ) {}

  static async begin(world: World): Promise<Run> {
    const { browser: editor } = await someone(world, 'editor');
    const course = await SmallCourse.begin(editor, world.visitor(), ['First', 'Second']);
    const release = await course.publish();
    const learners = await Promise.all([1, 2, 3].map(() => world.guest(course.slug)));
    const run = new Run(world, editor, course, learners);
    run.note(release, await run.texts());
    return run;
  }

  async do(act: Act): Promise<void> {
    switch (act.do) {
      case 'write': {
        const lesson = await this.drafted(act.at);
        if (lesson) await this.course.write(lesson.id, lesson.title.en, act.text);
        return;
      }
      case 'add':
        await this.course.add(`Lesson ${(await this.all()).length}`);
        return;
      case 'remove': {
        const lesson = await this.drafted(act.at);
        if (lesson && (await this.all()).length > 1) await this.course.remove(lesson.id);
        return;
      }
      case 'read':
        return this.learn(act.who, act.at, 'read', 200);
      case 'renew':
        return this.learn(act.who, act.at, 'renewal', null);
      case 'publish':
        return this.publish(act.in, act.completed);
      case 'again':
        return this.again(act.of, act.completed);
      case 'cancel':
        return this.cancel();
      case 'wait':
        this.world.clock.forward(act.minutes * MINUTE);
        await this.world.app.get(Events).deliver('all due');
    }
  }

  /** Learners see the release, whole; awards are as they were, and more. */
  async check(): Promise<void> {
    const now = this.world.clock.now().getTime();
    const due = this.line.filter(({ effective, cancelled }) => !cancelled && effective <= now).at(-1);
    expect((await this.course.seen()).release.number).toBe(due?.number);
    expect(await this.texts()).toBe(due?.texts);
    const awards = await this.stored();
    for (const [key, award] of this.awards) expect(awards.get(key)).toBe(award);
    this.awards = awards;
  }

  private async publish(minutes: number, completed: ForCompleted): Promise<void> {
    const preview = await this.course.preview();
    if (preview.changes.length === 0 || preview.findings.some(({ level }) => level === 'blocking')) return;
    if (minutes > 0 && preview.planned.length > 0) return;
    const at = minutes ? new Date(this.world.clock.now().getTime() + minutes * MINUTE).toISOString() : null;
    const draft = await this.draftTexts();
    await this.foretold(null, preview, completed, () => this.course.publish({ at, completed }), draft);
  }

  private async again(of: number, completed: ForCompleted): Promise<void> {
    const source = this.line[of % this.line.length];
    if (!source) return;
    const preview = await this.course.previewAgain(source.number);
    if (preview.changes.length === 0) return;
    const again = () => this.course.again(source.number, { completed });
    await this.foretold(source.number, preview, completed, again, source.texts);
  }

  /** Releases, and compares what people read then with what was tried, and what became of them with what was foretold. */
  private async foretold(
    source: number | null,
    { impact, changes }: { impact: Impact | null; changes: LessonChanges[] },
    completed: ForCompleted,
    release: () => Promise<ReleaseCard>,
    texts: string,
  ): Promise<void> {
    const before = await this.progress();
    const tried = await readThrough((await tryCourse(this.editor, this.course.id, source)).frame, this.course.slug);
    const card = await release();
    this.note(card, texts);
    if (card.state === 'planned') return;
    expect(await readThrough(this.world.visitor(), this.course.slug)).toEqual({ ...tried, release: card.number });
    await this.world.app.get(Events).deliver('all due');
    const after = await this.progress();
    const open = ({ lessons }: CourseProgress) => lessons.filter(({ completedAt }) => !completedAt).length;
    const pairs = before.map((was, at) => ({ was, is: after[at] as CourseProgress }));
    const underWay = pairs.filter(({ was }) => !was.completedAt);
    const still = underWay.filter(({ is }) => !is.completedAt);
    expect(impact?.underWay).toEqual({
      all: underWay.length,
      finish: underWay.length - still.length,
      more: still.filter(({ was, is }) => open(is) > open(was)).length,
      less: still.filter(({ was, is }) => open(is) < open(was)).length,
    });
    const done = pairs.filter(({ was }) => was.completedAt);
    const fresh = new Set(
      changes.filter(({ kind }) => kind === 'added' || kind === 'changed').map(({ lesson }) => lesson),
    );
    const told = done.filter(({ is }) => is.news.some(({ lesson }) => fresh.has(lesson)));
    expect(impact?.completed.all).toBe(done.length);
    if (completed !== 'none') expect(told.length).toBe(impact?.completed.news);
    for (const { was, is } of done)
      expect([is.completedAt, is.completedRelease]).toEqual([was.completedAt, was.completedRelease]);
  }

  private async cancel(): Promise<void> {
    const [planned] = (await this.course.preview()).planned;
    if (!planned) return;
    await this.course.cancel(planned.number);
    const shown = this.line.find(({ number }) => number === planned.number);
    if (shown) shown.cancelled = true;
  }

  /** What a new release makes of the line: what was planned for its time or later is cancelled. */
  private note({ number, at }: ReleaseCard, texts: string): void {
    const effective = Date.parse(at);
    const now = this.world.clock.now().getTime();
    for (const shown of this.line) if (shown.effective > now && shown.effective >= effective) shown.cancelled = true;
    this.line.push({ number, effective, texts, cancelled: false });
  }

  private async learn(who: number, at: number, what: string, status: number | null): Promise<void> {
    const lessons = await this.course.lessons();
    const lesson = lessons[at % lessons.length];
    const asked = this.learners[who]?.put(`/api/enrolments/${this.course.slug}/lessons/${lesson?.slug}/${what}`);
    const answer = await asked;
    if (status !== null) expect(answer?.status).toBe(status);
  }

  private progress(): Promise<CourseProgress[]> {
    const url = `/api/enrolments/${this.course.slug}`;
    return Promise.all(this.learners.map(async (one) => (await one.get(url).expect(200)).json(CourseProgress)));
  }

  private async texts(): Promise<string> {
    return JSON.stringify((await this.course.lessons()).map(({ id, title, body }) => [id, title, body]));
  }

  private async draftTexts(): Promise<string> {
    const drafts = [];
    for (const { id, title } of await this.all())
      drafts.push([id, title, { en: (await this.course.read(id)).en.blocks }]);
    return JSON.stringify(drafts);
  }

  private async all() {
    return (await this.course.outline()).modules.flatMap(({ lessons }) => lessons);
  }

  private async drafted(at: number) {
    const lessons = await this.all();
    return lessons[at % lessons.length];
  }

  /** Every award of this course, by what it is of. */
  private async stored(): Promise<Map<string, string>> {
    const rows = await this.world.database.query<{ key: string; award: string }[]>(
      `SELECT person_id || ' ' || lesson_id AS key, to_jsonb(l)::text AS award FROM lesson_completion l
       UNION ALL SELECT person_id || ' course ' || course_id, to_jsonb(c)::text FROM course_completion c`,
    );
    return new Map(rows.map(({ key, award }) => [key, award]));
  }
}
