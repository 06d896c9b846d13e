/** The longer side of a picture in a question, in pixels: sharp on a phone, and small enough to travel with the question. */
const SIDE = 960;
/** What the contract takes, in characters of a data URL. */
const MOST = 200_000;

/** A picture file drawn anew as a small WebP: nothing of the file's metadata stays. Null where it is no picture, or too rich to be made small. */
export async function smallPicture(file: Blob): Promise<string | null> {
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.round(bitmap.width * scale), Math.round(bitmap.height * scale)];
    canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const made = [0.8, 0.6, 0.4].map((quality) => canvas.toDataURL('image/webp', quality));
    return made.find((url) => url.length <= MOST) ?? null;
  } catch {
    return null;
  }
}
