import { type QuestionContent } from '@haven/assessment/contract';
import sharp from 'sharp';
import { type Found, type Reading } from './exchange/found';
import { drawPictures } from './imported-pictures';

const text = { en: 'x' };
const common = { prompt: text, explanation: text, evidence: null };
const found = (line: number, content: QuestionContent): Found => ({ file: null, line, content, notes: [] });

async function hotspot(line: number, width: number, height: number): Promise<Found> {
  const create = { width, height, channels: 3 as const, background: '#08525a' };
  const bytes = await sharp({ create }).webp().toBuffer();
  const area = { text, x: 0, y: 0, width: 50, height: 50 };
  return found(line, {
    ...{ kind: 'hotspot', ...common, alt: text, picture: `data:image/webp;base64,${bytes.toString('base64')}` },
    regions: [
      { id: 'a', ...area, correct: true },
      { id: 'b', ...area, correct: false },
    ],
  });
}

const reading = (taken: readonly Found[], left: Reading['left'] = []): Reading => ({ format: 'qti', taken, left });

describe('pictures of a file', () => {
  it('share 50 megapixels: one that is too large for the rest is left, and a smaller one still has room', async () => {
    const taken = [await hotspot(1, 6000, 5000), await hotspot(2, 6000, 5000), await hotspot(3, 600, 500)];
    const drawn = await drawPictures(reading(taken, [{ file: null, line: 4, reason: 'type', what: 'slider' }]));
    expect(drawn.taken.map(({ line }) => line)).toEqual([1, 3]);
    expect(drawn.left.map(({ line, reason }) => [line, reason])).toEqual([
      [2, 'picture'],
      [4, 'type'],
    ]);
  });

  it('leave other questions as they are', async () => {
    const other = reading([found(1, { kind: 'reflection', ...common })]);
    expect(await drawPictures(other)).toEqual(other);
  });
});
