import { afterNextRender, Component, computed, ElementRef, inject, Injector, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { type PackageReport, TakePackage } from '@haven/catalog/contract';
import { type Locale, locales, type Problem } from '@haven/shared/contract';
import { I18n, pageTitle, problemOf } from '@haven/shared/web';
import {
  Announcer,
  HvBackLink,
  HvButton,
  HvControl,
  HvErrorSummary,
  HvField,
  HvNotice,
  HvProgress,
  HvSkeleton,
} from '@haven/shared/ui';
import { Trouble } from '../trouble';
import { PackageClient } from './package-client';
import { PackageContents } from './package-contents';

/** What the server says of a whole package in a code of its own; of a single file it says a sentence. */
const coded = [
  'no-zip',
  'no-course',
  'version',
  'name',
  'link',
  'locked',
  'twice',
  'too-many',
  'bomb',
  'large',
  'damaged',
  'hash',
  'missing',
];
const told: readonly string[] = ['too-large', 'quota-used-up', 'no-room', 'not-signed-in', 'not-found', 'bad-media'];

/** Why something was not taken: the words, and what the server wrote of one file, which is in English. */
interface Fault {
  readonly words: string;
  readonly detail: string;
}

/** Bringing in a course: a package is sent, what is in it is shown, and then it is taken or not. */
@Component({
  selector: 'haven-import-page',
  imports: [
    HvBackLink,
    HvButton,
    HvControl,
    HvErrorSummary,
    HvField,
    HvNotice,
    HvProgress,
    HvSkeleton,
    PackageContents,
    Trouble,
  ],
  host: { class: 'studio studio-course' },
  templateUrl: './import-page.html',
})
export class ImportPage {
  /** The package that was sent, in the address: a reload and another language keep it. */
  readonly package = input<string>();

  protected readonly i18n = inject(I18n);
  private readonly client = inject(PackageClient);
  private readonly router = inject(Router);
  private readonly announcer = inject(Announcer);
  private readonly injector = inject(Injector);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly locales = locales;

  protected readonly file = signal<File | null>(null);
  protected readonly lang = signal<Locale>('en');
  protected readonly sent = signal<number | null>(null);
  protected readonly taking = signal(false);
  protected readonly attempted = signal(false);
  protected readonly refusal = signal<Fault | null>(null);
  protected readonly typedSlug = signal<string | null>(null);
  private readonly takenSlug = signal<string | null>(null);
  private readonly fresh = signal<PackageReport | null>(null);

  protected readonly loaded = this.client.report(() =>
    this.fresh()?.id === this.package() ? undefined : this.package(),
  );
  protected readonly report = computed(() => {
    const id = this.package();
    const fresh = this.fresh();
    if (!id) return null;
    return fresh?.id === id ? fresh : this.loaded.hasValue() ? this.loaded.value() : null;
  });
  protected readonly gone = computed(() => !!this.package() && problemOf(this.loaded.error())?.code === 'not-found');
  protected readonly slug = computed(() => this.typedSlug() ?? this.report()?.slug ?? '');

  protected readonly fileFault = computed(() => (this.file() ? '' : this.i18n.t('packages.faults.choose')));
  protected readonly slugFault = computed(() => {
    if (this.takenSlug() === this.slug()) return this.i18n.t('packages.faults.taken');
    return TakePackage.shape.slug.safeParse(this.slug()).success ? '' : this.i18n.t('packages.faults.slug');
  });
  protected readonly fault = computed(() => (this.report() ? this.slugFault() : this.fileFault()));
  protected readonly errors = computed(() =>
    this.attempted() && this.fault()
      ? [{ field: this.report() ? 'package-slug' : 'package-file', message: this.fault() }]
      : [],
  );
  protected readonly figures = computed(() => {
    const [sent, all] = [this.sent() ?? 0, this.file()?.size ?? 0];
    if (sent >= all) return this.i18n.t('packages.reading');
    return this.i18n.t('packages.sent', { sent: this.size(sent), all: this.size(all) });
  });

  constructor() {
    pageTitle(() => {
      const title = this.i18n.t('packages.title');
      return this.errors().length || this.refusal() ? this.i18n.t('error.titlePrefix', { title }) : title;
    });
  }

  protected readonly at = (fault: string): string[] => (this.attempted() && fault ? [fault] : []);

  protected choose(files: FileList | null): void {
    this.file.set(files?.[0] ?? null);
    this.refusal.set(null);
  }

  protected async send(): Promise<void> {
    this.attempted.set(true);
    this.refusal.set(null);
    const file = this.file();
    if (this.sent() !== null || !file) return;
    this.sent.set(0);
    this.announcer.say(this.i18n.t('packages.sending'));
    try {
      const report = await this.client.send(file, { lang: this.lang(), name: file.name.slice(0, 300) }, (bytes) =>
        this.sent.set(bytes),
      );
      this.fresh.set(report);
      this.attempted.set(false);
      this.typedSlug.set(null);
      await this.router.navigate([], { queryParams: { package: report.id } });
      this.lead('#package-heading');
    } catch (error) {
      this.refuse(error);
    } finally {
      this.sent.set(null);
    }
  }

  protected async take(): Promise<void> {
    this.attempted.set(true);
    this.refusal.set(null);
    const report = this.report();
    if (this.taking() || !report || this.slugFault()) return;
    this.taking.set(true);
    this.announcer.say(this.i18n.t('packages.taking'));
    const slug = this.slug();
    try {
      const { course } = await this.client.take(report.id, slug);
      await this.router.navigateByUrl(this.i18n.path(`/studio/courses/${course}/outline`));
    } catch (error) {
      if (problemOf(error)?.code === 'conflict') this.takenSlug.set(slug);
      else this.refuse(error);
    } finally {
      this.taking.set(false);
    }
  }

  /** Back to choosing a file. Nothing was taken. */
  protected async again(): Promise<void> {
    this.fresh.set(null);
    this.file.set(null);
    this.attempted.set(false);
    this.refusal.set(null);
    await this.router.navigate([], { queryParams: {} });
    this.lead('#package-file');
  }

  private refuse(error: unknown): void {
    const problem = problemOf(error);
    this.refusal.set(problem ? this.faultOf(problem) : { words: this.i18n.t('packages.faults.offline'), detail: '' });
    this.lead('[role=alert]');
  }

  private faultOf({ code, title, fields }: Problem): Fault {
    const say = (key: string, file = '') => this.i18n.t(`packages.faults.${key}`, { file });
    if (code !== 'bad-package') return { words: say(told.includes(code) ? code : 'failed'), detail: '' };
    const [field] = fields ?? [];
    if (field && coded.includes(field.message)) return { words: say(field.message, field.path), detail: '' };
    return { words: say('file'), detail: title };
  }

  private size(bytes: number): string {
    const style = { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 } as const;
    return new Intl.NumberFormat(this.i18n.locale(), style).format(bytes / 1e6);
  }

  private lead(to: string): void {
    afterNextRender({ read: () => this.host.querySelector<HTMLElement>(to)?.focus() }, { injector: this.injector });
  }
}
