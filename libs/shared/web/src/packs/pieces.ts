/** Files lie on the device in pieces of so many bytes, the last one shorter: after a cut at most one piece is asked for again. */
export const PIECE = 1 << 19;

/** What to take of one piece: bytes `from` up to, not with, `to` of piece number `n`. */
export interface Part {
  readonly n: number;
  readonly from: number;
  readonly to: number;
}

/** The parts of pieces that hold bytes `start` to `end` of a file, both included, in their order. */
export function partsOf({ start, end }: { start: number; end: number }, piece = PIECE): Part[] {
  const first = Math.floor(start / piece);
  const last = Math.floor(end / piece);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const at = (first + i) * piece;
    return { n: first + i, from: Math.max(start - at, 0), to: Math.min(end + 1 - at, piece) };
  });
}

/** Gathers bytes as they come, in whatever portions, and hands them on in whole pieces; the last may be shorter. */
export class Gathering {
  private buffer: Uint8Array<ArrayBuffer>;
  private filled = 0;

  constructor(
    private readonly full: (piece: ArrayBuffer) => Promise<void>,
    private readonly piece = PIECE,
  ) {
    this.buffer = new Uint8Array(piece);
  }

  async add(bytes: Uint8Array): Promise<void> {
    for (let at = 0; at < bytes.length;) {
      const portion = bytes.subarray(at, at + this.piece - this.filled);
      this.buffer.set(portion, this.filled);
      this.filled += portion.length;
      at += portion.length;
      if (this.filled === this.piece) await this.end();
    }
  }

  /** Hands on what is left. */
  async end(): Promise<void> {
    if (this.filled === 0) return;
    const piece = this.buffer.buffer.slice(0, this.filled);
    this.filled = 0;
    await this.full(piece);
  }
}
