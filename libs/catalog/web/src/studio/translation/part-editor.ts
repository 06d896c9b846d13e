import { Component, computed, ElementRef, inject, input, type OnInit, output, signal } from '@angular/core';
import { type Change, type ReviewPart, type TranslatePart, type TranslationPart } from '@haven/catalog/contract';
import { Autosaved, AutosaveNotices, AutosaveState, type Outcome, outcomeOf } from '@haven/identity/web/editing';
import { plainText } from '@haven/shared/contract';
import { I18n } from '@haven/shared/web';
import { HvButton, HvControl, HvField, HvTag, type TagTone } from '@haven/shared/ui';
import { HvBlocks } from '@haven/shared/ui/blocks';
import { ChangeView } from '../change-view';
import {
  faultyFields,
  fieldsOf,
  type PartField,
  PartModel,
  type PartShape,
  toPartModel,
  toPartText,
  versionOf,
} from './part-model';

/** The section that a part belongs to, on the server. What comes back is known to the page. */
export interface PartPort {
  translate(edit: TranslatePart): Promise<TranslationPart>;
  review(mark: ReviewPart): Promise<void>;
  read(key: string): Promise<TranslationPart>;
}

const tones: Record<TranslationPart['state'], TagTone> = {
  ...({ missing: 'bad', draft: 'plain', reviewed: 'teal', outdated: 'lamp' } as const),
};

/** One part in English, and its Spanish to be written beside it, saved by itself. */
@Component({
  selector: 'haven-part-editor',
  imports: [AutosaveNotices, AutosaveState, ChangeView, HvBlocks, HvButton, HvControl, HvField, HvTag],
  templateUrl: './part-editor.html',
  host: { class: 'part-editor', role: 'group', '[attr.aria-labelledby]': 'part().key + "-name"' },
})
export class PartEditor implements OnInit {
  readonly part = input.required<TranslationPart>();
  /** What it is, in words. */
  readonly name = input.required<string>();
  /** Names it on this device. */
  readonly kept = input.required<string>();
  /** Where it is saved. The page knows. */
  readonly port = input.required<PartPort>();
  /** Asks for the next part that needs work. */
  readonly onward = output();

  protected readonly i18n = inject(I18n);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly model = signal<PartModel>({});
  private readonly shape = signal<PartShape>({ source: '', seen: [] });
  /** The names of the Spanish that was met, by their numbers. */
  private readonly met = new Map<number, string | null>();
  /** The name of the Spanish that is there now: the part itself comes a moment later. */
  private words: string | null = null;
  protected readonly writing = new Autosaved<PartModel>({
    model: this.model,
    isSendable: (model) => toPartText(this.shape(), model) !== undefined,
    parts: (model) => [{ label: this.name(), text: Object.values(model).join('\n'), lang: 'es' }],
  });
  protected readonly busy = signal(false);

  protected readonly fields = computed(() => fieldsOf(this.shape()));
  protected readonly tone = computed(() => tones[this.part().state]);
  protected readonly blocks = computed(() => {
    const { source } = this.part();
    return typeof source === 'string' ? null : [source];
  });
  protected readonly change = computed((): Change | null => {
    const { source, state, before } = this.part();
    if (state !== 'outdated' || before === null) return null;
    return { what: 'text', locale: 'en', before, after: typeof source === 'string' ? source : plainText(source) };
  });
  private readonly faulty = computed(() => faultyFields(this.shape(), this.model()));

  /** One editor is one part beside one English for all its life: the page makes another one where the English has changed. */
  ngOnInit(): void {
    const { source, text } = this.part();
    this.shape.set({ source, seen: text === null ? [] : [text] });
    const base = { version: this.meet(this.part()), value: toPartModel(this.shape(), text) };
    this.writing.open(this.kept(), base, this.sender(), PartModel);
  }

  settle(): Promise<boolean> {
    return this.writing.settle();
  }

  focus(): void {
    this.host.querySelector('textarea')?.focus();
  }

  protected errorsOf({ line }: PartField): string[] {
    if (this.faulty().includes(line.name)) return [this.i18n.t('translation.tagsFault')];
    const empty = line.needed && this.writing.text().phase() === 'invalid' && !this.model()[line.name]?.trim();
    return empty ? [this.i18n.t('translation.needed')] : [];
  }

  protected labelOf({ line }: PartField): string {
    const [, kind = '', row, n] = /^([a-z]+?)(?:(\d+)-)?(\d+)?$/.exec(line.name) ?? [];
    const what = row
      ? this.i18n.t('translation.line.cell', { row, n })
      : this.i18n.t(`translation.line.${kind}`, { n });
    return this.fields().length === 1
      ? this.i18n.t('translation.spanish')
      : this.i18n.t('translation.spanishOf', { what });
  }

  protected tagWords({ tags }: PartField): string {
    const words = tags.map(({ n, mark }) => {
      const href = mark.type === 'link' ? mark.attrs.href : '';
      return this.i18n.t(`translation.mark.${mark.type}`, { n, href });
    });
    return words.length ? this.i18n.t('translation.tags', { tags: words.join(this.i18n.t('list.separator')) }) : '';
  }

  protected type(name: string, event: Event): void {
    const { value } = event.target as HTMLTextAreaElement;
    this.model.update((model) => ({ ...model, [name]: value }));
  }

  /** What is being written goes first: what is read again is what is there. */
  protected async mark(reviewed: boolean, onward = false): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    try {
      await this.writing.saveNow();
      const { key, of } = this.part();
      const words = this.words;
      if (this.writing.text().phase() !== 'saved') return;
      if (words === null) return this.focus();
      await this.port().review({ key, of, words, reviewed });
      if (onward) this.onward.emit();
    } finally {
      this.busy.set(false);
    }
  }

  /** Bound to where it was opened: an editor that is going away still saves there. */
  private sender() {
    const [port, { key, of }] = [this.port(), this.part()];
    const theirs = async () => {
      const part = await port.read(key);
      const { text } = part;
      if (text !== null) this.shape.update(({ source, seen }) => ({ source, seen: [...seen, text] }));
      return { version: this.meet(part), value: toPartModel(this.shape(), text) };
    };
    return (model: PartModel, version: number): Promise<Outcome<PartModel>> => {
      const edit = { key, of, was: this.met.get(version) ?? null, text: toPartText(this.shape(), model) ?? null };
      return outcomeOf(
        port.translate(edit).then((part) => ({ version: this.meet(part) })),
        theirs,
      );
    };
  }

  private meet(part: TranslationPart): number {
    this.met.set(versionOf(part), part.words);
    this.words = part.words;
    return versionOf(part);
  }
}
