import {
  afterNextRender,
  Component,
  computed,
  inject,
  Injector,
  input,
  linkedSignal,
  untracked,
  viewChildren,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  type TranslationCounts,
  type TranslationPart,
  TranslationGate,
  translationGates,
  TranslationState,
} from '@haven/catalog/contract';
import { type Leavable } from '@haven/identity/web/editing';
import { I18n, pageTitle, problemOf, readAgain } from '@haven/shared/web';
import { Announcer, HvButton, HvControl, HvField, HvNotice, HvSkeleton } from '@haven/shared/ui';
import { CourseNav } from '../course-nav';
import { Trouble } from '../trouble';
import { PartEditor, type PartPort } from './part-editor';
import { needsWork } from './part-model';
import { partNames } from './part-name';
import { TranslationClient } from './translation-client';
import { XliffExchange } from './xliff-exchange';

const shows = ['all', 'work', 'missing', 'outdated', 'draft', 'reviewed'] as const;
type Show = (typeof shows)[number];

/** The English of a course beside its Spanish, a lesson at a time; which one, and what of it is shown, is in the address. */
@Component({
  selector: 'haven-translation-page',
  imports: [
    CourseNav,
    HvButton,
    HvControl,
    HvField,
    HvNotice,
    HvSkeleton,
    PartEditor,
    RouterLink,
    Trouble,
    XliffExchange,
  ],
  templateUrl: './translation-page.html',
  host: { class: 'studio studio-course' },
})
export class TranslationPage implements Leavable {
  readonly id = input.required<string>();
  readonly lesson = input<string>();
  readonly show = input<string>();

  protected readonly i18n = inject(I18n);
  private readonly client = inject(TranslationClient);
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  private readonly injector = inject(Injector);
  private readonly editors = viewChildren(PartEditor);

  /** The part that had the cursor last. */
  protected last: string | null = null;
  protected readonly shows = shows;
  protected readonly gates = translationGates;
  protected readonly course = this.client.course(this.id);
  protected readonly item = computed(() => this.lesson() ?? this.id());
  protected readonly section = this.client.section(this.id, this.item);
  protected readonly shown = computed((): Show => shows.find((one) => one === this.show()) ?? 'all');

  protected readonly open = computed(() => {
    const section = this.section.hasValue() ? this.section.value() : null;
    return section?.item === this.item() ? section : null;
  });
  protected readonly sections = computed(() => (this.course.hasValue() ? this.course.value().sections : []));
  protected readonly names = computed(() => partNames(this.i18n, this.open()?.parts ?? []));
  private readonly choice = computed(() => `${this.open()?.item} ${this.shown()}`);
  /** Chosen once for a section and a choice: what is being written does not go away because it is not missing any more. */
  private readonly chosen = linkedSignal({
    source: this.choice,
    computation: () => {
      const [parts, shown] = untracked(() => [this.open()?.parts ?? [], this.shown()] as const);
      return new Set(parts.flatMap((part) => (isShown(part, shown) ? [part.key] : [])));
    },
  });
  protected readonly parts = computed(() => (this.open()?.parts ?? []).filter(({ key }) => this.chosen().has(key)));
  protected readonly title = computed(() => (this.course.hasValue() ? this.i18n.text(this.course.value().title) : ''));
  protected readonly progress = computed(() => this.sentence(this.sections().map(({ counts }) => counts)));

  protected readonly port = computed((): PartPort => {
    const [id, item] = [this.id(), this.item()];
    return {
      translate: async (edit) => this.know(item, await this.client.translate(id, item, edit)),
      review: async (mark) => {
        try {
          this.know(item, await this.client.review(id, item, mark));
          this.announcer.say(this.i18n.t(`translation.${mark.reviewed ? 'marked' : 'unmarked'}`));
        } catch (error) {
          const stale = problemOf(error)?.code === 'stale';
          this.announcer.say(this.i18n.t(`translation.${stale ? 'changedMeanwhile' : 'failed'}`));
          if (stale) readAgain(this.section);
        }
      },
      read: async (key) => {
        const part = (await this.client.readSection(id, item)).parts.find((one) => one.key === key);
        if (!part) throw new Error(`part ${key} is gone`);
        return this.know(item, part);
      },
    };
  });

  constructor() {
    pageTitle(() => [this.i18n.t('translation.title'), this.title()].filter(Boolean).join(': '));
  }

  async settle(): Promise<boolean> {
    return (await Promise.all(this.editors().map((editor) => editor.settle()))).every(Boolean);
  }

  /** What still needs work, in numbers. */
  protected rest(counts: TranslationCounts): string {
    const some = (['missing', 'outdated', 'draft'] as const).filter((state) => counts[state] > 0);
    return some.map((state) => this.i18n.n(`translation.of.${state}`, counts[state])).join(', ');
  }

  private sentence(all: readonly TranslationCounts[]): string {
    const sum = (state: TranslationState) => all.reduce((total, counts) => total + counts[state], 0);
    const counts = {
      ...{ missing: sum('missing'), draft: sum('draft') },
      ...{ reviewed: sum('reviewed'), outdated: sum('outdated') },
    };
    const reviewed = this.i18n.number(counts.reviewed);
    const progress = this.i18n.n('translation.progress', works(counts) + counts.reviewed, { reviewed });
    return [progress, this.rest(counts)].filter(Boolean).join(', ');
  }

  protected async setGate(event: Event): Promise<void> {
    const select = event.target as HTMLSelectElement;
    const was = this.course.hasValue() ? this.course.value().gate : 'always';
    const gate = TranslationGate.parse(select.value);
    try {
      this.course.set(await this.client.setGate(this.id(), { was, gate }));
      this.announcer.say(this.i18n.t('translation.gate.set'));
    } catch (error) {
      const stale = problemOf(error)?.code === 'stale';
      this.announcer.say(this.i18n.t(stale ? 'translation.gate.stale' : 'translation.failed'));
      select.value = was;
      if (stale) readAgain(this.course);
    }
  }

  /** The fields are made anew: what is in them now is not what they were opened with. */
  protected reload(): void {
    readAgain(this.course);
    this.section.set(undefined);
    this.section.reload();
  }

  protected choose(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    void this.go({ show: value === 'all' ? null : value });
  }

  /** Puts the cursor into the next part that needs work, after the one that has it: here, or in the next lesson that has one. */
  protected async next(): Promise<void> {
    const editors = this.editors();
    const work = () => new Set(this.open()?.parts.flatMap((part) => (needsWork(part) ? [part.key] : [])));
    const waits = (editor: PartEditor) => work().has(editor.part().key);
    const after = editors.slice(editors.findIndex((editor) => editor.part().key === this.last) + 1);
    const here = after.find(waits);
    if (here) return here.focus();
    const sections = this.sections();
    const at = sections.findIndex(({ item }) => item === this.item());
    const other = [...sections.slice(at + 1), ...sections.slice(0, at + 1)].find(({ counts }) => works(counts) > 0);
    if (!other) return this.announcer.say(this.i18n.t('translation.done'));
    if (other.item !== this.item()) {
      await this.go({ lesson: other.kind === 'course' ? null : other.item, show: this.show() ?? null });
      await this.loaded();
    }
    this.editors().find(waits)?.focus();
  }

  /** Resolves once the parts of the section in the address are on the page. */
  private loaded(): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (this.open() || this.section.error()) return resolve();
        afterNextRender(look, { injector: this.injector });
      };
      afterNextRender(look, { injector: this.injector });
    });
  }

  private go(queryParams: Record<string, string | null>): Promise<boolean> {
    return this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  /** What the server has now is what the page shows, if it is still open. */
  private know(item: string, part: TranslationPart): TranslationPart {
    const open = this.open();
    if (open?.item !== item) return part;
    const parts = open.parts.map((one) => (one.key === part.key ? part : one));
    this.section.set({ ...open, parts });
    const counts = countsOf(parts);
    this.course.update(
      (course) =>
        course && { ...course, sections: course.sections.map((one) => (one.item === item ? { ...one, counts } : one)) },
    );
    return part;
  }
}

const isShown = (part: TranslationPart, show: Show) =>
  show === 'all' || (show === 'work' ? needsWork(part) : part.state === show);

const works = ({ missing, draft, outdated }: TranslationCounts) => missing + draft + outdated;

function countsOf(parts: readonly TranslationPart[]): TranslationCounts {
  const count = (state: TranslationState) => parts.filter((part) => part.state === state).length;
  return { missing: count('missing'), draft: count('draft'), reviewed: count('reviewed'), outdated: count('outdated') };
}
