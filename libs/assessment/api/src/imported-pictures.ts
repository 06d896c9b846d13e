import { openPicture } from '@haven/shared/api';
import sharp from 'sharp';
import { type Found, type Left, type Reading } from './exchange/found';

const formats = ['jpeg', 'png', 'webp'];
/** `pixels`: of all pictures of one file. `side`: the longer one, in pixels. `characters`: what the contract takes of a data URL. */
const most = { pixels: 50_000_000, side: 960, characters: 200_000, seconds: 10 };

/**
 * Draws the pictures of what a file holds anew, upright, small and without anything that they said of place, time or camera. A question
 * with a picture that is none, is broken or too large is left. The pictures of one file share 50 megapixels.
 */
export async function drawPictures({ format, taken, left }: Reading): Promise<Reading> {
  const kept: Found[] = [];
  const more: Left[] = [];
  let pixels = most.pixels;
  for (const found of taken) {
    const { file, line, content } = found;
    if (content.kind !== 'hotspot') {
      kept.push(found);
      continue;
    }
    const bytes = Buffer.from(content.picture.slice(content.picture.indexOf(',') + 1), 'base64');
    const size = await sizeOf(bytes);
    const fits = size !== null && size <= pixels;
    const picture = fits ? await drawSmall(bytes) : null;
    if (fits) pixels -= size;
    if (picture === null) more.push({ file, line, reason: 'picture', what: null });
    else kept.push({ ...found, content: { ...content, picture } });
  }
  return { format, taken: kept, left: [...left, ...more].toSorted((a, b) => a.line - b.line) };
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
