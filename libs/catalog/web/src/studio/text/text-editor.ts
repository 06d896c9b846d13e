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
import { type LessonMedia, type MediaKind, type StudioLesson } from '@haven/catalog/contract';
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
import { type MediaAnswer, type MediaAsk, MediaDialog } from './media-dialog';
import { textExtensions } from './schema';
import { reshape } from './shape';
import { changeTable, newTable } from './table';
import { stateOf, type TextAct, type TextState } from './text-state';
import { TextTools } from './text-tools';
import { wordsFrom } from './words';

/** The line that is written on stands clear of the tools above it and of the bar below. */
const margin = { top: 160, bottom: 110, left: 5, right: 5 };
const seen = { scrollMargin: margin, scrollThreshold: margin };

/** The text of a lesson in one language, written as it will be read. */
@Component({
  selector: 'haven-text-editor',
  imports: [AskDialog, MediaDialog, TextTools],
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
    <haven-media-dialog
      [ask]="asking()"
      [lang]="locale()"
      [upload]="upload()"
      (answered)="taken($event)"
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
  /** Sends a picture or a file. The page knows where to. */
  readonly upload = input.required<(kind: MediaKind, file: Blob) => Promise<LessonMedia>>();

  protected readonly i18n = inject(I18n);
  private readonly page = viewChild.required<ElementRef<HTMLElement>>('page');
  private readonly editor = signal<Editor | null>(null);
  protected readonly state = signal<TextState>({
    ...{ shape: null, strong: false, em: false, link: false, table: false, headed: false },
  });
  protected readonly ask = signal<Ask | null>(null);
  protected readonly asking = signal<MediaAsk | null>(null);
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
    const words = wordsFrom((name) => this.i18n.t(`text.words.${name}`));
    return new Editor({
      element: { mount: this.page().nativeElement },
      extensions: [
        ...textExtensions(words),
        BlockIds,
        TextKeys,
        Clipboard.configure({ onFile: (file) => this.offer(file) }),
      ],
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
      case 'media':
        return this.asking.set({ kind: act.kind, words: '', changing: false, file: null });
      case 'change':
        return this.change(editor);
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

  private change(editor: Editor): void {
    const found = headedAt(editor.state);
    if (!found) return;
    const { type, attrs } = found.node;
    if (type.name === 'image' || type.name === 'file') {
      const kind = type.name === 'image' ? 'picture' : 'file';
      const words = (kind === 'picture' ? attrs['alt'] : attrs['title']) as string | null;
      return this.asking.set({ kind, words, changing: true, file: null });
    }
    this.ask.set({ kind: type.name as Ask['kind'], answers: answersFrom(attrs), changing: true });
  }

  /** A file that was pasted or dropped: what it shows or is called is still to be said. */
  private offer(file: File): void {
    const kind = file.type.startsWith('image/') ? 'picture' : 'file';
    const words = kind === 'file' ? file.name.replace(/\.[a-z0-9]+$/i, '') : '';
    this.asking.set({ kind, words, changing: false, file });
  }

  protected taken({ words, media }: MediaAnswer): void {
    this.asking.set(null);
    this.run((tr) => {
      if (media) {
        const { kind, ...attrs } = media;
        const [type, own] = kind === 'picture' ? ['image', { alt: words }] : ['file', { title: words }];
        const made = tr.doc.type.schema.nodes[type]?.create({ ...attrs, ...own, id: newBlockId() });
        if (made) insertBlock(tr, made);
        return made !== undefined;
      }
      const found = headedAt(tr);
      if (found) tr.setNodeAttribute(found.pos, found.node.type.name === 'image' ? 'alt' : 'title', words);
      return found !== null;
    });
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
    this.asking.set(null);
    this.editor()?.commands.focus();
  }

  private run(change: (tr: Transaction) => boolean): void {
    const view = this.editor()?.view;
    const tr = view?.state.tr;
    if (view && tr && change(tr)) view.dispatch(tr.scrollIntoView());
    // After a dialog has given the focus back to its button.
    setTimeout(() => view?.focus());
  }
}
