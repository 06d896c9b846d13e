import { type Block, clock, type Inline } from '@haven/shared/contract';

/** A text to compare and to copy from: its words with the signs of its marks, and where its links lead. */
export const asText = (blocks: readonly Block[]): string => blocks.map(blockText).join('\n\n');

function blockText(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return line(block.content);
    case 'heading':
      return `${'#'.repeat(block.level)} ${line(block.content)}`;
    case 'list':
      return block.items.map((item, at) => `${block.ordered ? `${at + 1}.` : '-'} ${line(item)}`).join('\n');
    case 'quote':
      return quoted('', block.content);
    case 'callout':
      return quoted(`[${block.tone}] `, block.content);
    case 'table':
      return [block.head, ...block.rows].map((row) => `| ${row.map(line).join(' | ')} |`).join('\n');
    case 'clause':
      return quoted(`${block.source.title} (${block.source.href})\n`, block.content);
    case 'moment':
      return `> ${block.label} (lesson:${block.lesson}, ${block.range.map(clock).join('–')})`;
    case 'resource':
      return quoted(`${block.title} (${block.href})\n`, block.content);
    case 'term':
      return quoted(`${block.term}\n`, block.content);
    case 'image':
      return `![${block.alt ?? ''}](${block.picture.slice(0, 8)})`;
    case 'file':
      return `> ${block.title} (${block.format}, ${block.file.slice(0, 8)})`;
  }
}

const quoted = (head: string, content: readonly Inline[][]) =>
  (head + content.map(line).join('\n'))
    .split('\n')
    .map((one) => `> ${one}`)
    .join('\n');

const line = (runs: readonly Inline[]) => runs.map(marked).join('');

const marked = ({ text, marks = [] }: Inline): string =>
  marks.reduceRight((words, mark) => {
    if (mark.type === 'link') return `${words} (${mark.attrs.href})`;
    return mark.type === 'strong' ? `**${words}**` : `*${words}*`;
  }, text);
