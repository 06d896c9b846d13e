import fc from 'fast-check';
import { Gathering, partsOf } from './pieces';

const file = (size: number) => Uint8Array.from({ length: size }, (_, i) => i % 251);

async function inPieces(portions: readonly Uint8Array[], piece: number): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  const gathering = new Gathering((bytes) => Promise.resolve(void pieces.push(new Uint8Array(bytes))), piece);
  for (const portion of portions) await gathering.add(portion);
  await gathering.end();
  return pieces;
}

describe('pieces of a file', () => {
  it('are whole but for the last, whatever the portions were', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.nat(40)), fc.integer({ min: 1, max: 16 }), async (sizes, piece) => {
        const bytes = file(sizes.reduce((sum, size) => sum + size, 0));
        let at = 0;
        const pieces = await inPieces(
          sizes.map((size) => bytes.subarray(at, (at += size))),
          piece,
        );
        expect(pieces.flatMap((one) => [...one])).toEqual([...bytes]);
        for (const one of pieces.slice(0, -1)) expect(one.length).toBe(piece);
      }),
    ));

  it('give back exactly the bytes of any range', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 200 }),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 1, max: 16 }),
        async (size, a, b, piece) => {
          const [start = 0, end = 0] = [a % size, b % size].sort((x, y) => x - y);
          const pieces = await inPieces([file(size)], piece);
          const found = partsOf({ start, end }, piece).flatMap(({ n, from, to }) => [
            ...(pieces[n] ?? []).slice(from, to),
          ]);
          expect(found).toEqual([...file(size).slice(start, end + 1)]);
        },
      ),
    ));
});
