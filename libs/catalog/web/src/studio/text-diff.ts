/** A run of text: the same in both, only in the one before, only in the one after; or a stretch of sameness that is left out. */
export interface Piece {
  kind: 'same' | 'removed' | 'added' | 'gap';
  text: string;
}

/** Beyond this many comparisons a change is shown whole: nobody reads a weave of a thousand threads. */
const most = 2_000_000;
/** How much of what stays the same is shown on each side of a change. */
const context = 90;

/** What changed from `before` to `after`: by line first, then by word within the lines that changed, with a little of what stayed. */
export function textDiff(before: string, after: string): Piece[] {
  const lines = edits(split(before, /(?<=\n)/), split(after, /(?<=\n)/));
  const words: Piece[] = [];
  for (let i = 0; i < lines.length; i++) {
    const [one, two] = [lines[i], lines[i + 1]];
    if (one?.kind === 'removed' && two?.kind === 'added') {
      words.push(...edits(split(one.text, /(?<=\s)(?=\S)/), split(two.text, /(?<=\s)(?=\S)/)));
      i++;
    } else if (one) words.push(one);
  }
  return join(words).flatMap((piece, i, all) =>
    piece.kind === 'same' ? shorten(piece.text, i > 0, i < all.length - 1) : [piece],
  );
}

const split = (text: string, at: RegExp) => (text === '' ? [] : text.split(at));

/** The shortest way from `a` to `b`, by the longest common subsequence; what is removed stands before what is added. */
function edits(a: string[], b: string[]): Piece[] {
  let [start, end] = [0, 0];
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [middleA, middleB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  return join([same(a.slice(0, start)), ...weave(middleA, middleB), same(a.slice(a.length - end))]);
}

const same = (parts: string[]): Piece => ({ kind: 'same', text: parts.join('') });

function weave(a: string[], b: string[]): Piece[] {
  if (a.length * b.length > most)
    return [
      { kind: 'removed', text: a.join('') },
      { kind: 'added', text: b.join('') },
    ];
  const width = b.length + 1;
  const longest = new Uint32Array((a.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const pieces: Piece[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const [old, fresh] = [a[i], b[j]];
    if (old !== undefined && old === fresh) {
      pieces.push({ kind: 'same', text: old });
      i++;
      j++;
    } else if (old !== undefined && (fresh === undefined || at(i + 1, j) >= at(i, j + 1))) {
      pieces.push({ kind: 'removed', text: old });
      i++;
    } else {
      pieces.push({ kind: 'added', text: fresh ?? '' });
      j++;
    }
  }
  return pieces;
}

/** Neighbours of one kind become one piece; between two samenesses all that goes stands before all that comes. */
function join(pieces: Piece[]): Piece[] {
  const joined: Piece[] = [];
  let [removed, added] = ['', ''];
  const flush = () => {
    if (removed) joined.push({ kind: 'removed', text: removed });
    if (added) joined.push({ kind: 'added', text: added });
    [removed, added] = ['', ''];
  };
  for (const { kind, text } of pieces) {
    const last = joined.at(-1);
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (text) {
      flush();
      if (last?.kind === 'same' && joined.at(-1) === last) last.text += text;
      else joined.push({ kind, text });
    }
  }
  flush();
  return joined;
}

function shorten(text: string, before: boolean, after: boolean): Piece[] {
  const [head, tail] = [before ? context : 0, after ? context : 0];
  if (text.length <= head + tail + context) return [{ kind: 'same', text }];
  const start = head ? text.slice(0, text.lastIndexOf(' ', head) + 1) : '';
  const rest = text.indexOf(' ', text.length - tail);
  const end = tail ? text.slice(rest < 0 ? text.length - tail : rest) : '';
  const shown = (part: string): Piece[] => (part ? [{ kind: 'same', text: part }] : []);
  return [...shown(start), { kind: 'gap', text: ' … ' }, ...shown(end)];
}
