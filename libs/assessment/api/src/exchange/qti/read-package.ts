import { mostImported } from '@haven/assessment/contract';
import { type Locale } from '@haven/shared/contract';
import { decode } from '../decode';
import { Finds, type Reading, Unreadable } from '../found';
import { type Element, readXml, within } from '../xml';
import { asQti2 } from './item-element';
import { ownPictures, readQti } from './read-qti';
import { type Pictures } from './read-item';
import { Package } from './zip';

/** Makes of the bytes of a picture the data URL that a question holds; null where it is none that is taken. */
export type DrawPicture = (bytes: Buffer) => Promise<string | null>;

const MANIFEST = 'imsmanifest.xml';
/** The most bytes of one picture, before it is drawn anew. */
const LARGEST_PICTURE = 5_000_000;

/**
 * Reads a package of QTI: a zip whose `imsmanifest.xml` lists the items. The order and the sections of a test are not Haven's; its items are
 * taken in the order of the manifest. Nothing that stands in a package makes this throw.
 */
export async function readPackage(bytes: Buffer, lang: Locale, draw: DrawPicture): Promise<Reading> {
  const finds = new Finds();
  try {
    const files = await Package.open(bytes);
    const manifest = files.names.find((name) => name === MANIFEST) ?? files.names.find(isInOneFolder);
    if (manifest === undefined) throw new Unreadable('manifest');
    finds.file = manifest;
    const root = await xml(files, manifest);
    const reader = new PackageReader(files, lang, draw, finds);
    for (const { href, line } of itemsOf(root, manifest, finds)) await reader.item(href, line, manifest);
    if (finds.taken.length + finds.left.length === 0) throw new Unreadable('empty');
  } catch (cause) {
    leave(finds, cause, 1);
  }
  return { format: 'qti', taken: finds.taken, left: finds.left };
}

/** What some programs zip is the folder, not what is in it. */
const isInOneFolder = (name: string) => /^[^/]+\/imsmanifest\.xml$/.test(name);

/** The items that a manifest lists, each once, with the lines that name them. Tests are said to be left. */
function itemsOf(manifest: Element, file: string, finds: Finds): { href: string | null; line: number }[] {
  const found = new Map<string, { href: string | null; line: number }>();
  const [resources] = within(manifest, ({ name }) => name === 'resources');
  for (const { attributes, line } of resources ? within(resources, ({ name }) => name === 'resource') : []) {
    const { type = '', href = '' } = attributes;
    if (/^imsqti_(assessment)?test_/.test(type)) finds.leave('test', line, href);
    if (!/^imsqti_(item|assessmentitem)_/.test(type)) continue;
    const base = `${resources?.attributes['xml:base'] ?? ''}${attributes['xml:base'] ?? ''}`;
    const address = addressFrom(file, base + href);
    found.set(address ?? `${line}`, { href: address, line });
  }
  return [...found.values()];
}

/** The name within a package of what a file calls `href`; null where that leads out of it. */
function addressFrom(file: string, href: string): string | null {
  if (/^[A-Za-z][A-Za-z\d+.-]*:|^\//.test(href)) return null;
  const path = decoded(href.split(/[?#]/)[0] ?? '');
  const steps = file.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '..' && steps.pop() === undefined) return null;
    if (step !== '' && step !== '.' && step !== '..') steps.push(step);
  }
  return steps.join('/');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** @throws Unreadable `file` where there is none, or why it cannot be read */
async function xml(files: Package, name: string): Promise<Element> {
  const bytes = await files.read(name, mostImported);
  if (bytes === null) throw new Unreadable('file', null, name);
  return asQti2(readXml(decode(bytes)));
}

/** Says why something is left. What is not about the file is a fault of ours. */
function leave(finds: Finds, cause: unknown, line: number): void {
  if (!(cause instanceof Unreadable)) throw cause;
  finds.leave(cause.reason, cause.line ?? line, cause.what);
}

class PackageReader {
  constructor(
    private readonly files: Package,
    private readonly lang: Locale,
    private readonly draw: DrawPicture,
    private readonly finds: Finds,
  ) {}

  /** Reads the item at `href`, which the manifest names in `line`. */
  async item(href: string | null, line: number, manifest: string): Promise<void> {
    if (this.finds.isFull()) return;
    this.finds.file = manifest;
    if (href === null) return this.finds.leave('file', line);
    try {
      const root = await xml(this.files, href);
      this.finds.file = href;
      readQti(root, this.lang, this.finds, await this.pictures(root, href));
    } catch (cause) {
      // A file that is not there is a fault of the line that names it, one that cannot be read is its own.
      if (!(cause instanceof Unreadable && cause.reason === 'file')) this.finds.file = href;
      leave(this.finds, cause, cause instanceof Unreadable && cause.reason === 'file' ? line : 1);
    }
  }

  /** The pictures that the places of an item are on, drawn before the item is read. */
  private async pictures(root: Element, file: string): Promise<Pictures> {
    const drawn = new Map<string, string | null>();
    const shown = within(root, ({ name }) => name === 'hotspotInteraction').flatMap((interaction) =>
      within(interaction, ({ name }) => name === 'img' || name === 'object'),
    );
    for (const { attributes } of shown.slice(0, 20)) {
      const address = attributes['src'] ?? attributes['data'] ?? '';
      if (!drawn.has(address)) drawn.set(address, await this.picture(address, file));
    }
    return (address) => drawn.get(address) ?? null;
  }

  private async picture(address: string, file: string): Promise<string | null> {
    const own = ownPictures(address);
    if (own !== null) return this.draw(Buffer.from(own.slice(own.indexOf(',') + 1), 'base64'));
    const name = addressFrom(file, address);
    const bytes = name === null ? null : await this.files.read(name, LARGEST_PICTURE);
    return bytes && this.draw(bytes);
  }
}
