import { FileBlock, Image } from '@haven/shared/contract';
import { type Image as ImageNode } from 'mdast';
import { type NewBlock } from './from-markdown';

/**
 * Pictures and files in Markdown: a paragraph that is one picture and nothing else. Its address names the stored bytes by their hash, and
 * what is known of them: `picture:<hash>.webp?width=800&height=600` with what it shows between the brackets, nothing for decoration, and
 * `file:<hash>.pdf?size=12000` with its title.
 */
type Media = Extract<NewBlock, { type: 'image' | 'file' }>;

const picture = /^picture:([0-9a-f]{64})\.webp\?width=(\d{1,4})&height=(\d{1,4})$/;
const file = /^file:([0-9a-f]{64})\.([a-z]{3,4})\?size=(\d{1,9})$/;

/** The block that a picture of Markdown is; null where it is neither a picture nor a file of ours. */
export function mediaFrom({ url, alt }: ImageNode): Media | null {
  const [, hash, width, height] = picture.exec(url) ?? [];
  if (hash)
    return checked(Image, {
      type: 'image',
      picture: hash,
      width: Number(width),
      height: Number(height),
      alt: alt || null,
    });
  const [, bytes, format, size] = file.exec(url) ?? [];
  if (bytes) return checked(FileBlock, { type: 'file', title: alt ?? '', file: bytes, format, size: Number(size) });
  return null;
}

function checked(schema: typeof Image | typeof FileBlock, block: object): Media | null {
  const { data } = schema.safeParse({ ...block, id: 'a' });
  if (!data) return null;
  const { id: _, ...media } = data;
  return media;
}

/** A picture or a file as Markdown has it. */
export const mediaNode = (block: Media): ImageNode =>
  block.type === 'image'
    ? {
        type: 'image',
        url: `picture:${block.picture}.webp?width=${block.width}&height=${block.height}`,
        alt: block.alt ?? '',
      }
    : { type: 'image', url: `file:${block.file}.${block.format}?size=${block.size}`, alt: block.title };
