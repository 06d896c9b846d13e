/**
 * Makes the icon sprite from lucide-static, and the pictures of an installed Haven from its icon: `node tools/make-icons/make-icons.ts`. All
 * outputs are committed, so that nobody needs to run this unless an icon is added or changed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import prettier from 'prettier';
import sharp from 'sharp';

/** Our names, and lucide's. */
const icons = {
  check: 'check',
  play: 'play',
  pause: 'pause',
  book: 'book-open',
  film: 'film',
  question: 'circle-question-mark',
  captions: 'captions',
  expand: 'maximize',
  chevron: 'chevron-down',
  'arrow-left': 'arrow-left',
  'arrow-right': 'arrow-right',
  search: 'search',
  alert: 'triangle-alert',
  info: 'info',
  lock: 'lock',
  globe: 'globe',
  clock: 'clock',
  list: 'list',
  close: 'x',
  download: 'download',
  edit: 'pencil',
  flag: 'flag',
  menu: 'menu',
  more: 'ellipsis',
  grip: 'grip-vertical',
  plus: 'plus',
  undo: 'undo-2',
  redo: 'redo-2',
  bold: 'bold',
  italic: 'italic',
  link: 'link',
  'heading-2': 'heading-2',
  'heading-3': 'heading-3',
  'list-ordered': 'list-ordered',
  quote: 'quote',
  table: 'table',
  image: 'image',
  file: 'file',
  scale: 'scale',
  'book-a': 'book-a',
};

const root = join(import.meta.dirname, '../..');
const strokes = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';

function symbol([name, file]: [string, string]): string {
  const svg = readFileSync(join(root, 'node_modules/lucide-static/icons', `${file}.svg`), 'utf8');
  const shapes = svg
    .slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
    .replace(/\s*\n\s*/g, '');
  return `<symbol id="${name}" viewBox="0 0 24 24" ${strokes}>${shapes}</symbol>`;
}

const sprite = `<!-- Lucide (https://lucide.dev), ISC licence. Made by tools/make-icons. -->
<svg xmlns="http://www.w3.org/2000/svg">
${Object.entries(icons).map(symbol).join('\n')}
</svg>
`;
const names = `/** Made by tools/make-icons: the symbols in apps/web/public/icons.svg. */
export type IconName = ${Object.keys(icons)
  .map((name) => `'${name}'`)
  .join(' | ')};
`;

const types = join(root, 'libs/shared/ui/src/icon-names.ts');
writeFileSync(join(root, 'apps/web/public/icons.svg'), sprite);
writeFileSync(types, await prettier.format(names, { ...(await prettier.resolveConfig(types)), parser: 'typescript' }));

const icon = readFileSync(join(root, 'apps/web/public/icon.svg'));
const paper = '#fbf8f2';
for (const size of [192, 512])
  await sharp(icon, { density: 72 * (size / 32) })
    .resize(size)
    .png({ palette: true })
    .toFile(join(root, `apps/web/public/icon-${size}.png`));
// Systems cut a maskable icon into their own shape: nothing of it may stand outside the middle four fifths (W3C, Manifest: icon masks).
await sharp(icon, { density: 72 * 10 })
  .resize(320)
  .extend({ top: 96, bottom: 96, left: 96, right: 96, background: paper })
  .flatten({ background: paper })
  .png({ palette: true })
  .toFile(join(root, 'apps/web/public/icon-maskable.png'));
