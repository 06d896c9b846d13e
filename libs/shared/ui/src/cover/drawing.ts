/** A filled outline on a ground of 160 by 100. */
export interface Shape {
  d: string;
  fill: string;
}

/** Numbers in [0, 1) that follow from the seed alone. */
type Random = () => number;
interface Palette {
  sky: string;
  light: string;
  far: string;
  mid: string;
  near: string;
}

const palettes: readonly Palette[] = [
  { sky: '#f6d9a8', light: '#c97a06', far: '#7fb0a9', mid: '#2c7376', near: '#0c3b44' },
  { sky: '#dfeceb', light: '#f2ab3c', far: '#9cc3bd', mid: '#2c7376', near: '#14545c' },
  { sky: '#0c3b44', light: '#f2ab3c', far: '#14545c', mid: '#2c7376', near: '#7fb0a9' },
  { sky: '#f3e3c9', light: '#a3461c', far: '#c9a86b', mid: '#8c5a1f', near: '#17252d' },
];

const rect = (x: number, y: number, w: number, h: number) => `M${x} ${y}h${w}v${h}h${-w}z`;
const disc = (x: number, y: number, r: number) =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
const wave = (y: number, swell: number) => `M0 ${y}q40 ${-swell} 80 0t80 ${-swell / 4}V100H0z`;
const between = (random: Random, from: number, to: number) => Math.round(from + random() * (to - from));

function harbour(random: Random, p: Palette): Shape[] {
  const x = between(random, 26, 60);
  return [
    { d: disc(between(random, 96, 130), between(random, 26, 40), 11), fill: p.light },
    { d: wave(between(random, 50, 56), 14), fill: p.far },
    { d: wave(between(random, 62, 66), -9), fill: p.mid },
    { d: `M${x} 66h30l-6 9h-18zM${x + 13} 64V44l-11 20zM${x + 16} 62V40l13 22z`, fill: '#fbf8f2' },
    { d: wave(between(random, 77, 81), 10), fill: p.near },
  ];
}

function roofs(random: Random, p: Palette): Shape[] {
  const shapes: Shape[] = [{ d: disc(between(random, 20, 140), 22, 9), fill: p.light }];
  let windows = '';
  for (const [row, fill] of [p.far, p.mid, p.near].entries()) {
    let d = '';
    for (let x = -between(random, 0, 14); x < 160;) {
      const [width, top] = [between(random, 17, 27), between(random, 48, 58) + row * 14];
      d += `M${x} 100V${top}L${x + width / 2} ${top - between(random, 7, 13)}L${x + width} ${top}V100z`;
      const lit = random() < 0.6;
      if (row === 2 && lit) windows += rect(x + width / 2 - 5, top + 8, 4, 6) + rect(x + width / 2 + 1, top + 8, 4, 6);
      x += width + between(random, 0, 4);
    }
    shapes.push({ d, fill });
  }
  return [...shapes, { d: windows, fill: '#ffd98a' }];
}

function streets(random: Random, p: Palette): Shape[] {
  const shapes: Shape[] = [];
  const columns = [0, between(random, 26, 34), between(random, 62, 72), between(random, 104, 116), 160];
  const rows = [0, between(random, 20, 28), between(random, 52, 60), 100];
  for (let i = 0; i < 4; i++) {
    for (let j = 0; j < 3; j++) {
      const [x = 0, y = 0, right = 0, bottom = 0] = [columns[i], rows[j], columns[i + 1], rows[j + 1]];
      const fill = [p.far, p.far, p.mid, p.near][between(random, 0, 3)] ?? p.far;
      shapes.push({ d: rect(x + 2, y + 2, right - x - 4, bottom - y - 4), fill });
    }
  }
  const [x = 0, y = 0] = [columns[between(random, 1, 3)], rows[between(random, 1, 2)]];
  return [...shapes, { d: disc(x, y, 9), fill: '#fbf8f2' }, { d: disc(x, y, 5.5), fill: p.light }];
}

function hills(random: Random, p: Palette): Shape[] {
  const x = between(random, 50, 110);
  return [
    { d: disc(x, 46, 20), fill: p.light },
    { d: `M0 62L${x - 30} 40 ${x + 4} 58 ${x + 40} 34 160 58V100H0z`, fill: p.far },
    { d: wave(68, 16), fill: p.mid },
    { d: wave(84, -12), fill: p.near },
    { d: `M${x} 100q6 -10 -4 -16q-6 -5 4 -10h5q-8 5 0 10q14 8 9 16z`, fill: p.sky },
  ];
}

function lighthouse(random: Random, p: Palette): Shape[] {
  const x = between(random, 40, 116);
  const side = x > 80 ? -1 : 1;
  return [
    { d: `M${x} 30l${side * 160} -22v52z`, fill: p.light },
    { d: `M${x - 9} 82l4-46h10l4 46z`, fill: '#fbf8f2' },
    { d: `${rect(x - 6, 25, 12, 10)}M${x} 16l8 9h-16z`, fill: p.sky === '#0c3b44' ? '#071a20' : '#17252d' },
    { d: rect(x - 3, 27, 6, 6), fill: '#ffd98a' },
    { d: wave(76, 8), fill: p.mid },
    { d: wave(87, -7), fill: p.near },
  ];
}

const motifs = [harbour, roofs, streets, hills, lighthouse] as const;

/** The cover that belongs to `seed`: a ground, and the shapes on it from back to front. */
export function drawing(seed: string): Shape[] {
  const random = randomFrom(seed);
  const motif = motifs[Math.floor(random() * motifs.length)] ?? harbour;
  const palette = palettes[Math.floor(random() * palettes.length)] ?? palettes[0];
  if (!palette) return [];
  return [{ d: rect(0, 0, 160, 100), fill: palette.sky }, ...motif(random, palette)];
}

/** FNV-1a over the seed, then mulberry32: small, and the same in every browser. */
function randomFrom(seed: string): Random {
  let state = 2166136261;
  for (const letter of `haven-11469/${seed}`) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
