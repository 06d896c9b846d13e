import {
  Component,
  DestroyRef,
  effect,
  ElementRef,
  inject,
  input,
  model,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { type StudioLesson } from '@haven/catalog/contract';
import { type Blocks, type Locale } from '@haven/shared/contract';
import { I18n } from '@haven/shared/web';
import { Editor } from '@tiptap/core';
import { type Transaction } from '@tiptap/pm/state';
import { type Answers, answersFrom, answersOf, type Ask, attrsOf, hrefOf } from './ask';
import { AskDialog } from './ask-dialog';
import { Clipboard } from './clipboard';
import { blocksOf, type DocNode, docOf } from './doc';
import { BlockIds, newBlockId } from './ids';
import { headedAt, insertBlock } from './insert';
import { TextKeys } from './keys';
import { linkAt, setLink } from './link';
import { textExtensions } from './schema';
import { reshape } from './shape';
import { changeTable, newTable } from './table';
import { stateOf, type TextAct, type TextState } from './text-state';
import { TextTools } from './text-tools';

/** The line that is written on stands clear of the tools above it and of the bar below. */
const margin = { top: 160, bottom: 110, left: 5, right: 5 };
const seen = { scrollMargin: margin, scrollThreshold: margin };

/** The text of a lesson in one language, written as it will be read. */
@Component({
  selector: 'haven-text-editor',
  imports: [AskDialog, TextTools],
  host: { class: 'text-editor' },
  template: `
    <haven-text-tools [state]="state()" [controls]="textId()" (act)="act($event)" />
    <div #page></div>
    <haven-ask-dialog
      [ask]="ask()"
      [lessons]="lessons()"
      [lang]="locale()"
      (answered)="answered($event)"
      (unlinked)="link(null)"
      (closed)="close()"
    />
  `,
})
export class TextEditor {
  readonly blocks = model.required<Blocks>();
  readonly locale = input.required<Locale>();
  /** The ids of the text itself, of what names it, and of what is wrong with it. */
  readonly textId = input.required<string>();
  readonly labelId = input.required<string>();
  readonly errorsId = input<string | null>(null);
  readonly lessons = input.required<readonly StudioLesson[]>();

  protected readonly i18n = inject(I18n);
  private readonly page = viewChild.required<ElementRef<HTMLElement>>('page');
  private readonly editor = signal<Editor | null>(null);
  protected readonly state = signal<TextState>({
    ...{ shape: null, strong: false, em: false, link: false, table: false, headed: null },
  });
  protected readonly ask = signal<Ask | null>(null);
  /** The blocks as they came in last, and as they went out last. */
  private given: Blocks = [];
  private written: Blocks = [];

  constructor() {
    effect(() => this.show(this.blocks()));
    effect(() => {
      const editor = this.editor();
      editor?.setOptions({ editorProps: { ...seen, attributes: this.attributes() } });
    });
    inject(DestroyRef).onDestroy(() => this.editor()?.destroy());
  }

  /** Another text than the one that was written here is put in its place: what somebody else wrote, or the device had kept. */
  private show(blocks: Blocks): void {
    const editor = untracked(this.editor);
    if (editor && JSON.stringify(blocks) === JSON.stringify(this.written)) return;
    this.given = this.written = blocks;
    const content = docOf(blocks) as { type: string };
    if (editor) editor.commands.setContent(content, { emitUpdate: false });
    else this.editor.set(this.open(content));
  }

  private open(content: { type: string }): Editor {
    const word = (name: string) => this.i18n.t(`text.words.${name}`);
    const words = {
      ...{ note: word('note'), important: word('important'), clause: word('clause') },
      ...{ moment: word('moment'), resource: word('resource'), term: word('term') },
    };
    return new Editor({
      element: { mount: this.page().nativeElement },
      extensions: [...textExtensions(words), BlockIds, TextKeys, Clipboard],
      content,
      // Our style sheet has what ProseMirror needs: the page's policy lets nobody add styles while it runs.
      injectCSS: false,
      enableContentCheck: true,
      editorProps: { ...seen, attributes: untracked(() => this.attributes()) },
      onTransaction: ({ editor }) => this.state.set(stateOf(editor.state)),
      onUpdate: ({ editor }) => {
        this.written = blocksOf(editor.getJSON() as DocNode, this.given);
        this.blocks.set(this.written);
      },
    });
  }

  private attributes(): Record<string, string> {
    const errors = this.errorsId();
    return {
      ...{ id: this.textId(), role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': this.labelId() },
      ...{ class: 'control blocks text-page', lang: this.locale() },
      ...(errors !== null && { 'aria-invalid': 'true', 'aria-describedby': errors }),
    };
  }

  protected act(act: TextAct): void {
    const editor = this.editor();
    if (!editor) return;
    switch (act.do) {
      case 'shape':
        return this.run((tr) => reshape(tr, act.shape));
      case 'mark':
        return void editor.chain().focus().toggleMark(act.mark).run();
      case 'undo':
        return void editor.chain().focus().undo().run();
      case 'redo':
        return void editor.chain().focus().redo().run();
      case 'table':
        return this.run((tr) => {
          if (act.act !== 'insert') return changeTable(tr, act.act);
          insertBlock(tr, newTable(editor.schema.nodes));
          return true;
        });
      case 'ask':
        return this.ask.set(
          act.kind === 'link' ? this.aboutLink(editor) : { kind: act.kind, answers: {}, changing: false },
        );
      case 'change':
        return this.ask.set(this.aboutHead(editor));
      case 'remove':
        return this.run((tr) => {
          const found = headedAt(tr);
          if (found) tr.delete(found.pos, found.pos + found.node.nodeSize);
          return found !== null;
        });
    }
  }

  private aboutLink(editor: Editor): Ask {
    const found = linkAt(editor.state);
    const chosen = !editor.state.selection.empty;
    return { kind: 'link', answers: answersOf(found?.href ?? ''), changing: found !== null || chosen };
  }

  private aboutHead(editor: Editor): Ask | null {
    const found = headedAt(editor.state);
    if (!found) return null;
    return { kind: found.node.type.name as Ask['kind'], answers: answersFrom(found.node.attrs), changing: true };
  }

  protected answered(answers: Answers): void {
    const ask = this.ask();
    if (!ask) return;
    const { kind, changing } = ask;
    if (kind === 'link') return this.link(hrefOf(answers), changing ? '' : answers.words?.trim());
    this.ask.set(null);
    this.run((tr) => {
      const attrs = attrsOf(kind, answers);
      const found = changing ? headedAt(tr) : null;
      if (found) tr.setNodeMarkup(found.pos, null, { ...found.node.attrs, ...attrs });
      else {
        const made = tr.doc.type.schema.nodes[kind]?.createAndFill({ ...attrs, id: newBlockId() });
        if (made) insertBlock(tr, made);
      }
      return true;
    });
  }

  /** Makes the words at the cursor lead somewhere, or nowhere. */
  protected link(href: string | null, words = ''): void {
    this.ask.set(null);
    this.run((tr) => setLink(tr, href, words));
  }

  protected close(): void {
    this.ask.set(null);
    this.editor()?.commands.focus();
  }

  private run(change: (tr: Transaction) => boolean): void {
    const view = this.editor()?.view;
    if (!view) return;
    const { tr } = view.state;
    if (change(tr)) view.dispatch(tr.scrollIntoView());
    // After a dialog has given the focus back to its button.
    setTimeout(() => view.focus());
  }
}
