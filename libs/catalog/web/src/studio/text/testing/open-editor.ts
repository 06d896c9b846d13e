import { Editor } from '@tiptap/core';
import { type Block } from '@haven/shared/contract';
import { Clipboard } from '../clipboard';
import { blocksOf, type DocNode, docOf } from '../doc';
import { BlockIds } from '../ids';
import { TextKeys } from '../keys';
import { textExtensions } from '../schema';

const word = 'Word';

/** An editor as a person uses it, by keys and by what they paste. */
export class Desk {
  readonly editor: Editor;

  constructor(private readonly given: readonly Block[]) {
    const words = {
      note: word,
      important: word,
      clause: word,
      moment: word,
      resource: word,
      term: word,
      image: word,
      decoration: word,
      file: word,
    };
    this.editor = new Editor({
      element: document.body.appendChild(document.createElement('div')),
      extensions: [...textExtensions(words), BlockIds, TextKeys, Clipboard],
      content: docOf(given) as { type: string },
      injectCSS: false,
    });
    this.editor.commands.focus('end');
  }

  get blocks(): Block[] {
    return blocksOf(this.editor.getJSON() as DocNode, this.given);
  }

  /** Types; `\n` is Enter. */
  type(text: string): this {
    for (const sign of text) {
      if (sign === '\n') this.press('Enter');
      else {
        const { view } = this.editor;
        const { from, to } = view.state.selection;
        const insert = () => view.state.tr.insertText(sign, from, to);
        if (!view.someProp('handleTextInput', (handle) => handle(view, from, to, sign, insert)))
          view.dispatch(insert());
      }
    }
    return this;
  }

  press(key: string, more: KeyboardEventInit = {}): this {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
    this.editor.view.someProp('handleKeyDown', (handle) => handle(this.editor.view, event));
    return this;
  }

  close(): void {
    this.editor.destroy();
    document.body.replaceChildren();
  }
}
