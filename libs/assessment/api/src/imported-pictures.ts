import { openPicture } from '@haven/shared/api';
import sharp from 'sharp';
import { type Found, type Left, type Reading } from './exchange/found';

const formats = ['jpeg', 'png', 'webp'];
/** `pixels`: of all pictures of one file. `side`: the longer one, in pixels. `characters`: what the contract takes of a data URL. */
const most = { pixels: 50_000_000, side: 960, characters: 200_000, seconds: 10 };

/** Draws the pictures of one file anew, upright, small and without anything that they said of place, time or camera. They share 50 megapixels. */
export class FilePictures {
  private left = most.pixels;

  /** A picture as a data URL of WebP; null where it is none, is broken, or there is no room for it. */
  async draw(bytes: Buffer): Promise<string | null> {
    const size = await sizeOf(bytes);
    if (size === null || size > this.left) return null;
    this.left -= size;
    return drawSmall(bytes);
  }
}

/** What a file holds, with its pictures drawn anew. A question whose picture cannot be is left. */
export async function drawPictures({ format, taken, left }: Reading): Promise<Reading> {
  const pictures = new FilePictures();
  const kept: Found[] = [];
  const more: Left[] = [];
  for (const found of taken) {
    const { file, line, content } = found;
    if (content.kind !== 'hotspot') {
      kept.push(found);
      continue;
    }
    const picture = await pictures.draw(Buffer.from(content.picture.slice(content.picture.indexOf(',') + 1), 'base64'));
    if (picture === null) more.push({ file, line, reason: 'picture', what: null });
    else kept.push({ ...found, content: { ...content, picture } });
  }
  return { format, taken: kept, left: [...left, ...more].toSorted((a, b) => a.line - b.line) };
}

/** How large a picture of a question is, in pixels. */
export async function measurePicture(bytes: Buffer): Promise<{ width: number; height: number }> {
  const { width, height } = await openPicture(bytes, most.pixels).metadata();
  return { width, height };
}

/** How many pixels a picture says it has, which are not decoded for it; null where it is none that is taken. */
async function sizeOf(bytes: Buffer): Promise<number | null> {
  try {
    const { format, width, height } = await openPicture(bytes, most.pixels).metadata();
    return formats.includes(format) ? width * height : null;
  } catch {
    return null;
  }
}

/** A picture as a data URL of WebP. Null where it is broken, or too rich to be made small. */
async function drawSmall(bytes: Buffer): Promise<string | null> {
  try {
    const { data, info } = await openPicture(bytes, most.pixels)
      .timeout({ seconds: most.seconds })
      .autoOrient()
      .resize({ width: most.side, height: most.side, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    for (const quality of [80, 60, 40]) {
      const drawn = await sharp(data, { raw: info }).webp({ quality }).toBuffer();
      const url = `data:image/webp;base64,${drawn.toString('base64')}`;
      if (url.length <= most.characters) return url;
    }
    return null;
  } catch {
    return null;
  }
}
