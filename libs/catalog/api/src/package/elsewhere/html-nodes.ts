import { fromHtml } from 'hast-util-from-html';
import { type Handle, toMdast } from 'hast-util-to-mdast';
import { type RootContent } from 'mdast';
import { type Gathered } from './gathered';

const silent = ['script', 'style'];
const media = ['audio', 'video', 'iframe', 'embed', 'object', 'svg', 'math'];
const forms = ['form', 'input', 'button', 'select', 'textarea'];

/**
 * What a page of HTML says, in the nodes of Markdown. Nothing of it is run, loaded or kept as HTML; what plays or is to be filled in is left.
 * Null where it is nested too deeply to be read, which is said.
 */
export function nodesOfHtml(gathered: Gathered, file: string, html: string): readonly RootContent[] | null {
  const leave: Handle = (_, node) => {
    if (!silent.includes(node.tagName)) gathered.leave('media', file, node.position?.start.line ?? 1, node.tagName);
  };
  // Where Canvas writes what stands for the folder of its files.
  const source = html.replace(/(\$|%24)IMS-CC-FILEBASE(\$|%24)\/?(\.\.\/)?/gi, '/web_resources/');
  try {
    const handlers = Object.fromEntries([...silent, ...media, ...forms].map((name) => [name, leave]));
    const tree = toMdast(fromHtml(source), { handlers });
    return tree.type === 'root' ? tree.children : [];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    gathered.leave('too-deep', file);
    return null;
  }
}
