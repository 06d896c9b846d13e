import { posix } from 'node:path';
import { createHash } from 'node:crypto';
import { type PackageLeft, type PackageReason } from '@haven/catalog/contract';
import { type FileFormat, type Locale, slugFrom } from '@haven/shared/contract';
import { drawPicture } from '../../media/draw-picture';
import { fileFormatOf } from '../../media/sniff-file';
import { freeName } from '../../free-name';
import { type NewBlock } from '../../text/from-markdown';
import { type PackageFiles } from '../package-files';

type Media = Extract<NewBlock, { type: 'image' | 'file' }>;

/** The most lines of a report. */
const MOST_LEFT = 500;
/** Pictures of one package that are drawn. */
const MOST_PICTURES = 500;

/** What is gathered from a package that is not Haven's own: its pictures and files as Haven keeps them, and what was left. */
export class Gathered {
  readonly media = new Map<string, Buffer>();
  readonly left: PackageLeft[] = [];
  private readonly used = new Set<string>();
  private readonly known = new Map<string, Media | null>();
  private readonly slugs = new Set<string>();

  constructor(
    readonly files: PackageFiles,
    readonly lang: Locale,
  ) {}

  leave(reason: PackageReason, file: string, line: number | null = null, what: string | null = null): void {
    if (this.left.length < MOST_LEFT) this.left.push({ file, line, reason, what: what && what.slice(0, 200) });
  }

  /** An address for a lesson or a module with this title, which no other one of the package has. */
  slug(title: string, fallback: string): string {
    const slug = freeName(slugFrom(title) || fallback, this.slugs);
    this.slugs.add(slug);
    return slug;
  }

  use(name: string): void {
    this.used.add(name);
  }

  /** The files that nothing has used. */
  unused(): string[] {
    return this.files.names.filter((name) => !this.used.has(name));
  }

  /** The picture or the file at an address within the package, drawn anew or kept; null where it is none. Each once, however often named. */
  async take(name: string, words: string | null): Promise<Media | null> {
    if (!this.known.has(name)) this.known.set(name, await this.read(name));
    const media = this.known.get(name) ?? null;
    if (!media) return null;
    const said = (words ?? '').replace(/\s+/g, ' ').trim().slice(0, 300);
    if (media.type === 'image') return { ...media, alt: said || media.alt };
    return { ...media, title: said || media.title };
  }

  private async read(name: string): Promise<Media | null> {
    const bytes = await this.files.read(name);
    if (!bytes || bytes.length < 5) return null;
    this.use(name);
    const title = posix.basename(name).slice(0, 300);
    const format = fileFormatOf(bytes);
    if (format) return this.keepFile(title, format, bytes);
    if (this.known.size > MOST_PICTURES) return null;
    const drawn = await drawPicture(bytes);
    const picture = drawn?.sizes.get(drawn.width);
    if (!drawn || !picture) return null;
    const hash = hashOf(picture);
    this.media.set(`${hash}.webp`, picture);
    return { type: 'image', picture: hash, width: drawn.width, height: drawn.height, alt: title };
  }

  private keepFile(title: string, format: FileFormat, bytes: Buffer): Media {
    const file = hashOf(bytes);
    this.media.set(`${file}.${format}`, bytes);
    return { type: 'file', title, file, format, size: bytes.length };
  }
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Where an address in a file leads within the package; null where it leads elsewhere. */
export function within(file: string, address: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) return null;
  const path = decoded(address.replace(/[?#].*$/s, ''));
  if (path === '') return null;
  const name = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(file), path);
  return posix.normalize(name);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A name of a file or folder as a title for people: `02-know_your-rights.md` is "Know your rights". */
export function titleOf(name: string): string {
  const bare = posix.basename(name).replace(/\.(md|markdown|html?|xml|zip|imscc)$/i, '');
  const words = bare
    .replace(/^[\d._\s-]+(?=\D)/, '')
    .replace(/[\s_-]+/g, ' ')
    .trim();
  const title = words || bare;
  return (title.charAt(0).toUpperCase() + title.slice(1)).slice(0, 200);
}

/** How long a text takes to read, in whole minutes: two hundred words a minute. */
export function minutesOf(words: number): number {
  return Math.min(600, Math.max(1, Math.round(words / 200)));
}
