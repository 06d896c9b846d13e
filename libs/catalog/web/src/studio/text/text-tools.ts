import { Component, computed, ElementRef, inject, input, output, signal } from '@angular/core';
import { I18n } from '@haven/shared/web';
import { HvIcon, type IconName } from '@haven/shared/ui';
import { type Shape } from './shape';
import { type TableAct } from './table';
import { type TextAct, type TextState } from './text-state';

interface Tool {
  readonly name: string;
  readonly icon: IconName | null;
  readonly act: TextAct | 'insert';
  readonly pressed: boolean | null;
}

const tableActs: readonly TableAct[] = ['add-row', 'add-column', 'remove-row', 'remove-column', 'remove-table'];

/** The tools of a text. One stop for the Tab key: within them the arrow keys go from tool to tool, as in every toolbar. */
@Component({
  selector: 'haven-text-tools',
  imports: [HvIcon],
  host: {
    class: 'text-tools',
    role: 'toolbar',
    '[attr.aria-label]': "i18n.t('text.tools')",
    '[attr.aria-controls]': 'controls()',
    '(keydown)': 'move($event)',
  },
  template: `
    @for (row of rows(); track $index; let start = $index) {
      <div class="text-tool-row">
        @for (tool of row; track tool.name) {
          <button
            type="button"
            class="text-tool"
            [class.text-tool-wide]="wide(tool)"
            [tabIndex]="tool.name === active() ? 0 : -1"
            [attr.aria-pressed]="tool.pressed"
            [attr.aria-expanded]="tool.act === 'insert' ? inserting() : null"
            [attr.title]="wide(tool) ? null : i18n.t('text.tool.' + tool.name)"
            (mousedown)="$event.preventDefault()"
            (focus)="current.set(tool.name)"
            (click)="use(tool)"
          >
            @if (tool.icon; as icon) {
              <hv-icon [name]="icon" />
            }
            <span [class.visually-hidden]="!wide(tool)">{{ i18n.t('text.tool.' + tool.name) }}</span>
          </button>
        }
      </div>
    }
  `,
})
export class TextTools {
  readonly state = input.required<TextState>();
  /** The id of the text. */
  readonly controls = input.required<string>();
  readonly act = output<TextAct>();

  protected readonly i18n = inject(I18n);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly inserting = signal(false);
  protected readonly current = signal('heading');

  protected readonly rows = computed(() => {
    const rows = [this.main(), ...(this.inserting() ? [inserts] : []), this.here()];
    return rows.filter((row) => row.length > 0);
  });
  /** The tool that Tab comes to: the one used last, where it is still there. */
  protected readonly active = computed(() => {
    const names = this.rows()
      .flat()
      .map(({ name }) => name);
    return names.includes(this.current()) ? this.current() : 'heading';
  });

  private readonly main = computed((): Tool[] => {
    const { shape, strong, em, link } = this.state();
    const is = (wanted: Shape) => JSON.stringify(shape) === JSON.stringify(wanted);
    const shaped = (name: string, icon: IconName, wanted: Shape): Tool => {
      return { name, icon, act: { do: 'shape', shape: wanted }, pressed: is(wanted) };
    };
    return [
      shaped('heading', 'heading-2', { type: 'heading', level: 2 }),
      shaped('subheading', 'heading-3', { type: 'heading', level: 3 }),
      { name: 'strong', icon: 'bold', act: { do: 'mark', mark: 'strong' }, pressed: strong },
      { name: 'em', icon: 'italic', act: { do: 'mark', mark: 'em' }, pressed: em },
      { name: 'link', icon: 'link', act: { do: 'ask', kind: 'link' }, pressed: link },
      shaped('list', 'list', { type: 'list', ordered: false }),
      shaped('numbers', 'list-ordered', { type: 'list', ordered: true }),
      shaped('quote', 'quote', { type: 'quote' }),
      { name: 'undo', icon: 'undo', act: { do: 'undo' }, pressed: null },
      { name: 'redo', icon: 'redo', act: { do: 'redo' }, pressed: null },
      { name: 'insert', icon: 'plus', act: 'insert', pressed: null },
    ];
  });

  private readonly here = computed((): Tool[] => {
    const { table, headed } = this.state();
    const tool = (name: string, act: TextAct): Tool => ({ name, icon: null, act, pressed: null });
    return [
      ...(table ? tableActs.map((act) => tool(act, { do: 'table', act })) : []),
      ...(headed ? [tool('change', { do: 'change' }), tool('remove', { do: 'remove' })] : []),
    ];
  });

  protected readonly wide = ({ act, icon }: Tool): boolean =>
    act === 'insert' || icon === null || inserts.some((tool) => tool.act === act);

  protected use({ act }: Tool): void {
    if (act === 'insert') return this.inserting.update((open) => !open);
    this.inserting.set(false);
    this.act.emit(act);
  }

  protected move(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const tools = [...this.host.querySelectorAll('button')];
    const at = tools.findIndex((tool) => tool === event.target);
    const to = Number.isFinite(step) ? (at + step + tools.length) % tools.length : step < 0 ? 0 : tools.length - 1;
    tools[to]?.focus();
  }
}

const inserts: readonly Tool[] = [
  { name: 'picture', icon: 'image', act: { do: 'media', kind: 'picture' }, pressed: null },
  { name: 'file', icon: 'file', act: { do: 'media', kind: 'file' }, pressed: null },
  { name: 'note', icon: 'info', act: { do: 'shape', shape: { type: 'callout', tone: 'note' } }, pressed: null },
  {
    name: 'important',
    icon: 'alert',
    act: { do: 'shape', shape: { type: 'callout', tone: 'important' } },
    pressed: null,
  },
  { name: 'table', icon: 'table', act: { do: 'table', act: 'insert' }, pressed: null },
  { name: 'clause', icon: 'scale', act: { do: 'ask', kind: 'clause' }, pressed: null },
  { name: 'moment', icon: 'play', act: { do: 'ask', kind: 'moment' }, pressed: null },
  { name: 'resource', icon: 'book', act: { do: 'ask', kind: 'resource' }, pressed: null },
  { name: 'term', icon: 'book-a', act: { do: 'ask', kind: 'term' }, pressed: null },
];
