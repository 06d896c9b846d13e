import { type Block, type Inline } from '@haven/shared/contract';

let count = 0;

/** A paragraph with an id of its own. `href` makes a link of its words. */
export const paragraph = (text: string, href?: string): Block => ({
  type: 'paragraph',
  id: `t${++count}`,
  content: [run(text, href)],
});

const run = (text: string, href?: string): Inline => ({
  type: 'text',
  text,
  ...(href !== undefined && { marks: [{ type: 'link', attrs: { href } }] }),
});
