import { afterNextRender, DestroyRef, DOCUMENT, inject, Injectable, Injector, signal } from '@angular/core';
import {
  type LessonSource,
  OutlineChange,
  type RemovedPart,
  type StudioCourse,
  type Title,
} from '@haven/catalog/contract';
import { DeviceDrafts, SessionStore } from '@haven/identity/web';
import { I18n, problemOf } from '@haven/shared/web';
import { Announcer } from '@haven/shared/ui';
import * as z from 'zod';
import { StudioClient } from '../studio-client';
import { type Borrowed } from './borrow-lesson';
import { type ChangeOutcome, OutlineDesk, type Pending } from './outline-desk';

type Module = StudioCourse['modules'][number];
type Lesson = Module['lessons'][number];

/** A row of the outline: a lesson, or a module with what it holds. */
export type Row = { kind: 'lesson'; it: Lesson; within: Module } | { kind: 'module'; it: Module };

const Kept = z.array(z.strictObject({ change: OutlineChange, seen: z.number().int() }));

/**
 * The work on one outline: what each button does, what is said of it, and where the focus is afterwards. One for a page, which opens it
 * with its course.
 */
@Injectable()
export class OutlineWork {
  private readonly i18n = inject(I18n);
  private readonly client = inject(StudioClient);
  private readonly drafts = inject(DeviceDrafts);
  private readonly session = inject(SessionStore);
  private readonly announcer = inject(Announcer);
  private readonly document = inject(DOCUMENT);
  private readonly injector = inject(Injector);
  private readonly until = inject(DestroyRef);
  private readonly opened = signal<OutlineDesk | null>(null);

  readonly desk = this.opened.asReadonly();
  /** The one row whose actions are shown, whose name is being written, or that is being moved by the dialog. */
  readonly acting = signal<string | null>(null);
  readonly renaming = signal<string | null>(null);
  readonly moving = signal<Row | null>(null);
  /** Where something is being added: in this module, or `course` for a module. */
  readonly adding = signal<string | null>(null);

  open(course: StudioCourse): void {
    const key = `outline.${course.id}`;
    const person = this.session.person()?.id ?? 'nobody';
    const keep = (value: readonly Pending[]) => {
      if (value.length) return this.drafts.keep(person, key, { version: course.version, value });
      this.drafts.drop(person, key);
      return true;
    };
    const desk = new OutlineDesk(course, {
      keep,
      send: (change, version) => this.send(course.id, change, version),
      wait: (ms, then) => {
        const timer = setTimeout(then, ms);
        return () => clearTimeout(timer);
      },
      now: () => new Date(),
    });
    const left = Kept.safeParse(this.drafts.read(person, key)?.value);
    if (left.success) desk.restore(left.data);
    const online = () => void desk.flush();
    window.addEventListener('online', online);
    this.until.onDestroy(() => {
      window.removeEventListener('online', online);
      void desk.flush().finally(() => desk.stop());
    });
    this.opened.set(desk);
  }

  addModule(title: Title): void {
    const module = crypto.randomUUID() as string;
    this.do({ do: 'add-module', module, title, after: this.modules().at(-1)?.id ?? null });
    this.adding.set(null);
    this.tell('added', title.en, `add-${module}`);
  }

  addLesson(module: Module, title: Title, source: LessonSource): void {
    const lesson = crypto.randomUUID() as string;
    this.do({ do: 'add-lesson', lesson, module: module.id, after: module.lessons.at(-1)?.id ?? null, title, source });
    this.adding.set(null);
    this.tell('added', title.en, `title-${lesson}`);
  }

  /** Puts a lesson of another course at the end of a module. */
  borrow(module: Module, { lesson, title, follow }: Borrowed): void {
    const { en, es } = title;
    this.do({
      ...{ do: 'add-lesson', lesson, module: module.id, after: module.lessons.at(-1)?.id ?? null },
      ...{ title: { en, ...(es && { es }) }, source: { kind: 'lesson', follow } },
    });
    this.adding.set(null);
    this.tell('added', title.en, `title-${lesson}`);
  }

  /** Has a borrowed lesson follow its course, or stay as it is published there now. */
  setFollow({ id, title }: Lesson, follow: boolean): void {
    this.do({ do: 'borrow', lesson: id, follow });
    this.tell(follow ? 'follows' : 'stays', this.i18n.text(title), `acts-${id}`);
  }

  rename(row: Row, title: Title): void {
    const { en, es } = row.it.title;
    const was = { en, ...(es && { es }) };
    if (was.en === title.en && was.es === title.es) return;
    if (row.kind === 'lesson') this.do({ do: 'rename-lesson', lesson: row.it.id, was, title });
    else this.do({ do: 'rename-module', module: row.it.id, was, title });
  }

  /** Moves a row one place up or down; a lesson at the end of its module goes on into the next one. False where there is no place. */
  step(row: Row, by: -1 | 1): void {
    const to = row.kind === 'lesson' ? this.lessonStep(row, by) : this.moduleStep(row.it, by);
    if (to) this.move(row, to.module, to.after, `${by < 0 ? 'up' : 'down'}-${row.it.id}`);
    else
      this.announcer.say(this.i18n.t(`studio.outline.said.${by < 0 ? 'first' : 'last'}`, this.named(row.it.title.en)));
  }

  /** Moves a row after the one with the id `after`, or to the top. `module` is for lessons. */
  move(row: Row, module: string, after: string | null, focus = `acts-${row.it.id}`): void {
    if (row.kind === 'lesson') this.do({ do: 'move-lesson', lesson: row.it.id, module, after });
    else this.do({ do: 'move-module', module: row.it.id, after });
    this.sayPlace(row);
    this.focus(focus);
  }

  duplicate(row: Row): void {
    const copy = crypto.randomUUID() as string;
    const { en, es } = row.it.title;
    const t = (title: string) => this.i18n.t('studio.outline.copyOf', { title }).slice(0, 200);
    const title = { en: t(en), ...(es && { es: t(es) }) };
    if (row.kind === 'lesson') this.do({ do: 'duplicate-lesson', lesson: row.it.id, copy, title });
    else {
      const lessons = row.it.lessons.map(({ id }) => ({ lesson: id, copy: crypto.randomUUID() }));
      this.do({ do: 'duplicate-module', module: row.it.id, copy, title, lessons });
    }
    this.tell('copied', en, `acts-${copy}`);
  }

  remove(row: Row): void {
    if (row.kind === 'lesson') this.do({ do: 'remove-lesson', lesson: row.it.id });
    else this.do({ do: 'remove-module', module: row.it.id });
    this.acting.set(null);
    this.tell('removed', row.it.title.en, 'undo');
  }

  async undo(): Promise<void> {
    const removed = this.desk()?.removed();
    await this.desk()?.undo();
    if (removed) this.tell('restored', removed.title, `acts-${removed.what}`);
  }

  /** Brings back what was taken out earlier. */
  async bringBack({ id, title, from }: RemovedPart): Promise<void> {
    this.do({ do: 'restore', what: id, from });
    await this.desk()?.flush();
    this.tell('restored', this.i18n.text(title), `acts-${id}`);
  }

  /** Puts the focus on the element with this id once it is there. */
  focus(id: string): void {
    afterNextRender({ read: () => this.document.getElementById(id)?.focus() }, { injector: this.injector });
  }

  modules(): Module[] {
    return this.desk()?.course().modules ?? [];
  }

  private do(change: OutlineChange): void {
    this.desk()?.do(change);
  }

  private lessonStep({ it, within }: Extract<Row, { kind: 'lesson' }>, by: -1 | 1) {
    const modules = this.modules();
    const at = within.lessons.findIndex(({ id }) => id === it.id);
    if (by < 0 && at > 0) return { module: within.id, after: within.lessons[at - 2]?.id ?? null };
    if (by > 0 && at < within.lessons.length - 1)
      return { module: within.id, after: within.lessons[at + 1]?.id ?? null };
    const beside = modules[modules.findIndex(({ id }) => id === within.id) + by];
    return beside ? { module: beside.id, after: by < 0 ? (beside.lessons.at(-1)?.id ?? null) : null } : null;
  }

  private moduleStep(module: Module, by: -1 | 1) {
    const modules = this.modules();
    const at = modules.findIndex(({ id }) => id === module.id);
    if (!modules[at + by]) return null;
    return { module: '', after: (by < 0 ? modules[at - 2]?.id : modules[at + 1]?.id) ?? null };
  }

  private sayPlace(row: Row): void {
    const modules = this.modules();
    const home = modules.find(({ lessons }) => lessons.some(({ id }) => id === row.it.id));
    const list: readonly { id: string }[] = row.kind === 'lesson' ? (home?.lessons ?? []) : modules;
    const place = { n: list.findIndex(({ id }) => id === row.it.id) + 1, all: list.length };
    const module = home ? this.i18n.text(home.title) : '';
    this.announcer.say(
      this.i18n.t(`studio.outline.said.moved.${row.kind}`, {
        ...this.named(this.i18n.text(row.it.title)),
        ...place,
        module,
      }),
    );
  }

  private tell(
    what: 'added' | 'copied' | 'removed' | 'restored' | 'follows' | 'stays',
    title: string,
    focus: string,
  ): void {
    this.announcer.say(this.i18n.t(`studio.outline.said.${what}`, this.named(title)));
    this.focus(focus);
  }

  private named = (title: string) => ({ title });

  private async send(id: string, change: OutlineChange, version: number): Promise<ChangeOutcome> {
    try {
      return { kind: 'saved', course: await this.client.changeOutline(id, change, version) };
    } catch (error) {
      const problem = problemOf(error);
      if (!problem || problem.status >= 500 || problem.code === 'busy') return { kind: 'unreachable' };
      if (problem.code !== 'stale') return { kind: 'refused', problem };
      return this.client.readCourse(id).then(
        (course): ChangeOutcome => ({ kind: 'stale', course }),
        (): ChangeOutcome => ({ kind: 'unreachable' }),
      );
    }
  }
}
