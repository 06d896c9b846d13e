import { Extension } from '@tiptap/core';
import { Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { type EditorView } from '@tiptap/pm/view';
import { type Block, Blocks } from '@haven/shared/contract';
import * as z from 'zod';
import { type DocNode, blocksOf, docOf } from './doc';
import { blocksFromHtml } from './from-html';
import { newBlockId } from './ids';
import { parseHtml } from './parse-html';

/** Under this type a text is copied from one editor to another with everything in it. */
export const CLIPBOARD_TYPE = 'application/x-haven-text';

const Copied = z.strictObject({ blocks: Blocks, open: z.tuple([z.number(), z.number()]) });

/**
 * Copying, pasting and dropping. What comes in becomes blocks that the contract knows before the editor sees it, whoever put it on the
 * clipboard: ProseMirror's own reading of HTML is never reached.
 */
export const Clipboard = Extension.create<{ onFile: (file: File) => void }>({
  name: 'clipboard',
  addOptions: () => ({ onFile: () => undefined }),
  addProseMirrorPlugins() {
    const { onFile } = this.options;
    return [pasting(onFile)];
  },
});

/** `onFile` gets a picture or a document that was pasted or dropped, where nothing else came with it. */
const pasting = (onFile: (file: File) => void) =>
  new Plugin({
    props: {
      handleDOMEvents: {
        copy: (view, event) => copy(view, event),
        cut: (view, event) => {
          if (!copy(view, event)) return false;
          view.dispatch(view.state.tr.deleteSelection().scrollIntoView());
          return true;
        },
        paste: (view, event) => {
          if (!event.clipboardData) return false;
          event.preventDefault();
          const slice = sliceFrom(view, event.clipboardData);
          const file = event.clipboardData.files[0];
          if (slice.size === 0 && file) onFile(file);
          if (slice.size > 0)
            view.dispatch(view.state.tr.replaceSelection(slice).scrollIntoView().setMeta('uiEvent', 'paste'));
          return true;
        },
        drop: (view, event) => {
          if (view.dragging || !event.dataTransfer) return false;
          event.preventDefault();
          const slice = sliceFrom(view, event.dataTransfer);
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
          if (at && slice.size > 0)
            view.dispatch(view.state.tr.replaceRange(at.pos, at.pos, slice).setMeta('uiEvent', 'drop'));
          view.focus();
          const file = event.dataTransfer.files[0];
          if (slice.size === 0 && file) onFile(file);
          return true;
        },
      },
    },
  });

function copy(view: EditorView, event: ClipboardEvent): boolean {
  const { selection } = view.state;
  if (selection.empty || !event.clipboardData) return false;
  const slice = selection.content();
  const { dom, text } = view.serializeForClipboard(slice);
  const doc = { type: 'doc', content: slice.content.toJSON() as DocNode[] };
  const copied: z.infer<typeof Copied> = {
    blocks: blocksOf(doc, []).map((block) => ({ ...block, id: newBlockId() })),
    open: [slice.openStart, slice.openEnd],
  };
  event.preventDefault();
  event.clipboardData.clearData();
  event.clipboardData.setData(CLIPBOARD_TYPE, JSON.stringify(copied));
  event.clipboardData.setData('text/html', dom.innerHTML);
  event.clipboardData.setData('text/plain', text);
  return true;
}

/**
 * What was copied or dragged. Everything is answered here, also what holds nothing: where ProseMirror is left to it, it lets the browser
 * paste into a hidden element and reads the HTML of that.
 */
function sliceFrom(view: EditorView, data: DataTransfer): Slice {
  const own = read(data.getData(CLIPBOARD_TYPE));
  if (own) return sliceOf(view, own.blocks, own.open);
  const html = data.getData('text/html');
  const found = html ? Blocks.parse(blocksFromHtml(parseHtml(html), newBlockId)) : [];
  return sliceOf(view, found.length > 0 ? found : linesOf(data.getData('text/plain')));
}

const linesOf = (text: string): Block[] => {
  const words = text
    .toWellFormed()
    .replaceAll('\0', '')
    .split(/[\r\n]+/);
  return words
    .filter((one) => one.trim() !== '')
    .slice(0, 500)
    .map(line);
};

function read(json: string): z.infer<typeof Copied> | null {
  try {
    return json ? Copied.parse(JSON.parse(json)) : null;
  } catch {
    return null;
  }
}

/** The blocks as a slice: open at its ends so that words join the words they are put between. In a cell it is one line. */
function sliceOf({ state }: EditorView, blocks: readonly Block[], open?: readonly [number, number]): Slice {
  if (blocks.length === 0) return Slice.empty;
  const { schema, selection } = state;
  const { content } = schema.nodeFromJSON(docOf(blocks));
  if (selection.$from.parent.type.name === 'cell') {
    const words = content.textBetween(0, content.size, ' ');
    return new Slice(schema.nodeFromJSON(docOf([line(words)])).content, 1, 1);
  }
  const ends = Slice.maxOpen(content);
  const wanted = open ?? [isText(blocks[0]) ? 1 : 0, isText(blocks.at(-1)) ? 1 : 0];
  return new Slice(content, Math.min(wanted[0], ends.openStart), Math.min(wanted[1], ends.openEnd));
}

const line = (text: string): Block => ({
  type: 'paragraph',
  id: newBlockId(),
  content: text ? [{ type: 'text', text: text.slice(0, 20_000) }] : [],
});

const isText = (block: Block | undefined) => block?.type === 'paragraph';
