import { Component, computed, inject, input, type OnInit, signal } from '@angular/core';
import {
  type CourseGroup,
  type CourseSettings,
  MOST_OUTCOMES,
  MOST_PREREQUISITES,
  orders,
  type Picture,
  type SettingsNow,
  type StudioCourse,
  visibilities,
} from '@haven/catalog/contract';
import {
  Autosaved,
  AutosaveNotices,
  AutosaveState,
  controlFor,
  type Outcome,
  PathControl,
  PathControls,
  type TextPart,
} from '@haven/identity/web/editing';
import { locales, pictureAddress, pictureWidths } from '@haven/shared/contract/plain';
import { Announcer, HvButton, HvControl, HvField, HvNotice } from '@haven/shared/ui';
import { I18n } from '@haven/shared/web';
import { RouterLink } from '@angular/router';
import { CatalogClient } from '../../catalog-client';
import { GroupClient } from '../groups/group-client';
import { inWords } from '../releases/when';
import { PrerequisiteList } from './prerequisite-list';
import { faultsOf, SettingsModel, toSettings, toSettingsModel } from './settings-model';
import { settingsParts } from './settings-words';

/** Sends `now`, written over `was`. `theirs` are the settings that another saved first. */
export type SaveSettings = (
  now: CourseSettings,
  was: SettingsNow,
  version: number,
) => Promise<{ outcome: Outcome<SettingsModel>; theirs: SettingsNow | null }>;

/** What holds for a course beside its words, saved by itself. */
@Component({
  selector: 'haven-settings-form',
  imports: [
    AutosaveNotices,
    AutosaveState,
    HvButton,
    HvControl,
    HvField,
    HvNotice,
    PathControl,
    PrerequisiteList,
    RouterLink,
  ],
  host: { class: 'course-form' },
  providers: [PathControls],
  templateUrl: './settings-form.html',
})
export class SettingsForm implements OnInit {
  readonly draft = input.required<StudioCourse>();
  readonly save = input.required<SaveSettings>();

  protected readonly i18n = inject(I18n);
  private readonly announcer = inject(Announcer);
  private readonly controls = inject(PathControls).all;
  private readonly known = inject(GroupClient).groups();
  private readonly others = inject(CatalogClient).courses(() => ({ limit: '100' }));

  protected readonly locales = locales;
  protected readonly orders = orders;
  protected readonly visibilities = visibilities;
  protected readonly bounds = ['opens', 'closes'] as const;
  protected readonly mostPrerequisites = MOST_PREREQUISITES;
  protected readonly model = signal<SettingsModel>(toSettingsModel(nothing));
  /** What is written over. */
  private readonly was = signal<SettingsNow>(nothing);
  private readonly faults = computed(() => faultsOf(this.model(), this.was()));
  protected readonly writing = new Autosaved<SettingsModel>({
    model: this.model,
    isSendable: (model) => faultsOf(model, this.was()).size === 0,
    parts: (model): TextPart[] => settingsParts(this.i18n, model),
  });
  protected readonly summary = computed(() =>
    this.writing.attempted()
      ? [...this.faults()].map((path) => ({
          field: controlFor(this.controls(), path === 'order' ? 'closes' : path),
          message: this.words(path),
        }))
      : [],
  );
  /** The courses that may be needed first: those that everyone finds, but for this one and those that are chosen. */
  protected readonly choices = computed(() => {
    const taken = new Set([this.draft().slug, ...this.model().prerequisites]);
    return this.published().filter(({ slug }) => !taken.has(slug));
  });
  protected readonly chosen = computed(() =>
    this.model().prerequisites.map(
      (slug) => this.published().find((course) => course.slug === slug) ?? { slug, title: { en: slug } },
    ),
  );
  /** The groups that there are, and those that were chosen and are gone. */
  protected readonly groups = computed(() => {
    const items = this.known.hasValue() ? this.known.value().items : [];
    const here = items.filter(({ deletedAt }) => !deletedAt).map(({ id, name }) => ({ id, name, gone: false }));
    const gone = this.model().groups.filter(({ id }) => !here.some((group) => group.id === id));
    return [...here, ...gone.map(({ id, name }) => ({ id, name, gone: this.known.hasValue() }))];
  });
  private readonly published = computed(() => (this.others.hasValue() ? this.others.value().items : []));

  ngOnInit(): void {
    const { id, version, settings } = this.draft();
    this.was.set(settings);
    const base = { version, value: toSettingsModel(settings) };
    this.writing.open(`course-settings.${id}`, base, (model, read) => this.send(model, read), SettingsModel);
  }

  protected t(key: string, params: Record<string, unknown> = {}): string {
    return this.i18n.t(`settings.${key}`, params);
  }

  protected at(...paths: string[]): string[] {
    const shown = this.writing.showsFaults();
    return shown ? paths.flatMap((path) => (this.faults().has(path) ? [this.words(path)] : [])) : [];
  }

  protected value(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected change(part: Partial<SettingsModel>): void {
    this.model.update((model) => ({ ...model, ...part }));
  }

  protected write(field: 'outcomes' | 'alt', locale: 'en' | 'es', event: Event): void {
    this.change({ [field]: { ...this.model()[field], [locale]: this.value(event) } });
  }

  protected setMoment(bound: 'opens' | 'closes', part: 'date' | 'time', event: Event): void {
    this.change({ [bound]: { ...this.model()[bound], [part]: this.value(event) } });
  }

  /** The moment in words, with its zone; what holds where there is none. */
  protected said(bound: 'opens' | 'closes'): string {
    const instant = toSettings(this.model(), this.was())?.[bound];
    return instant ? this.t(`${bound}At`, { time: inWords(this.i18n, instant) }) : this.t(`${bound}Never`);
  }

  protected need(slug: string): void {
    this.change({ prerequisites: [...this.model().prerequisites, slug] });
    this.announcer.say(this.t('needed', { title: this.titleOf(slug) }));
  }

  protected release(slug: string): void {
    this.change({ prerequisites: this.model().prerequisites.filter((other) => other !== slug) });
    this.announcer.say(this.t('notNeeded', { title: this.titleOf(slug) }));
  }

  protected isFor({ id }: CourseGroup): boolean {
    return this.model().groups.some((group) => group.id === id);
  }

  protected flip({ id, name }: CourseGroup): void {
    const others = this.model().groups.filter((group) => group.id !== id);
    this.change({ groups: this.isFor({ id, name }) ? others : [...others, { id, name }] });
  }

  protected isCover(picture: Picture | null): boolean {
    return (this.model().cover?.picture ?? null) === (picture?.picture ?? null);
  }

  protected thumbnail({ picture, width }: Picture): string {
    return pictureAddress(picture, pictureWidths(width)[0] ?? width);
  }

  /** Sends what can be sent; true where leaving would lose nothing. */
  settle(): Promise<boolean> {
    return this.writing.settle();
  }

  private async send(model: SettingsModel, version: number): Promise<Outcome<SettingsModel>> {
    const now = toSettings(model, this.was());
    if (!now) throw new Error('What is not whole is not sent.');
    const { outcome, theirs } = await this.save()(now, this.was(), version);
    if (outcome.kind === 'saved') this.was.set(now);
    if (theirs) this.was.set(theirs);
    return outcome;
  }

  private titleOf(slug: string): string {
    return this.i18n.text(this.published().find((course) => course.slug === slug)?.title ?? { en: slug });
  }

  private words(path: string): string {
    return this.t(`errors.${path}`, { most: this.i18n.number(MOST_OUTCOMES) });
  }
}

const nothing: SettingsNow = {
  ...{ outcomes: { en: [] }, reviewedOn: '', certificate: false, order: 'free', prerequisites: [] },
  ...{ opens: null, closes: null, visibility: 'public', groups: [], cover: null },
};
