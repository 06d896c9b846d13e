import { decode, type Element, isElement, readXml, Unreadable } from '@haven/assessment/api';
import { type LeftReason } from '@haven/assessment/contract';
import { type PackageReason } from '@haven/catalog/contract';
import { badPackage } from '../package-files';
import { type Gathered } from './gathered';

export const MANIFEST = 'imsmanifest.xml';
/** The most bytes of a file of XML. */
const LARGEST = 3_000_000;

/** The manifest of a cartridge. @throws Refusal `bad-package` */
export async function manifestOf(gathered: Gathered): Promise<Element> {
  gathered.use(MANIFEST);
  const bytes = await gathered.files.read(MANIFEST);
  if (!bytes || bytes.length > LARGEST) throw badPackage('large', MANIFEST, 'this file is too large.');
  try {
    const manifest = bare(readXml(decode(bytes)));
    if (manifest.name === 'manifest') return manifest;
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw badPackage('file', MANIFEST, `line ${error.line ?? 1}: this cannot be read (${error.reason}).`);
  }
  throw badPackage('no-course', MANIFEST, 'this is no manifest of a Common Cartridge.');
}

/** Without the prefixes of namespaces, which every program chooses for itself. */
const bare = ({ name, attributes, children, line }: Element): Element => ({
  name: name.slice(name.indexOf(':') + 1),
  children: children.map((child) => (isElement(child) ? bare(child) : child)),
  ...{ attributes, line },
});

/** A file of XML that the cartridge names; null where it cannot be read, which is said. */
export function xmlOf(gathered: Gathered, href: string, bytes: Buffer): Element | null {
  if (bytes.length > LARGEST) return (gathered.leave('too-large', href), null);
  try {
    return bare(readXml(decode(bytes)));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    gathered.leave(xmlReason(error.reason), href, error.line ?? 1, error.what);
    return null;
  }
}

function xmlReason(reason: LeftReason): PackageReason {
  return reason === 'doctype' || reason === 'too-deep' ? reason : reason === 'format' ? 'encoding' : 'malformed';
}

/** Why a question of a cartridge is left. */
export function questionReason(reason: LeftReason): PackageReason {
  if (reason === 'type' || reason === 'description') return 'question-type';
  if (reason === 'key' || reason === 'several-right') return 'question-key';
  return reason === 'too-many' ? 'too-many' : 'question';
}
