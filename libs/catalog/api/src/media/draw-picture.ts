import { openPicture } from '@haven/shared/api';
import { pictureWidths } from '@haven/shared/contract/plain';
import sharp from 'sharp';

/** A picture as lessons show it: its size, and its bytes as WebP for each width. */
export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly sizes: ReadonlyMap<number, Buffer>;
}

const formats = ['jpeg', 'png', 'webp', 'gif', 'heif'];
const most = { pixels: 50_000_000, width: 1600, height: 2400, seconds: 30 };

/**
 * Draws a picture anew: upright, at most 1600 pixels wide and 2400 high, as WebP, without anything that the file said of place, time or
 * camera. Of moving pictures it is the first. Null where the bytes are no picture that is taken, have more than 50 megapixels, or are broken.
 */
export async function drawPicture(bytes: Buffer): Promise<Drawn | null> {
  try {
    const open = () => openPicture(bytes, most.pixels);
    const { format } = await open().metadata();
    if (!formats.includes(format)) return null;
    const whole = { width: most.width, height: most.height, fit: 'inside', withoutEnlargement: true } as const;
    const { data, info } = await open()
      .timeout({ seconds: most.seconds })
      .autoOrient()
      .resize(whole)
      .toColourspace('srgb')
      .webp({ quality: 80 })
      .toBuffer({ resolveWithObject: true });
    return await withSmaller(data, info);
  } catch {
    return null;
  }
}

/** A picture that Haven drew before, as it is: a WebP of the sizes that are made here, which says nothing beside itself. Else null. */
export async function keepPicture(bytes: Buffer): Promise<Drawn | null> {
  try {
    const picture = sharp(bytes, { limitInputPixels: most.width * most.height, failOn: 'error' });
    const { format, width, height, exif, xmp, iptc, icc, comments, pages = 1 } = await picture.metadata();
    const silent = !exif && !xmp && !iptc && !icc && !comments;
    if (format !== 'webp' || !silent || pages > 1 || width > most.width || height > most.height) return null;
    await picture.stats();
    return await withSmaller(bytes, { width, height });
  } catch {
    return null;
  }
}

async function withSmaller(bytes: Buffer, { width, height }: { width: number; height: number }): Promise<Drawn> {
  const sizes = new Map([[width, bytes]]);
  for (const one of pictureWidths(width))
    if (!sizes.has(one)) sizes.set(one, await sharp(bytes).resize({ width: one }).webp({ quality: 78 }).toBuffer());
  return { width, height, sizes };
}
