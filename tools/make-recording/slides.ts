// The look of the slides: one HTML page of 1280 by 720 for each state of a slide. The bottom 120 pixels stay free of words, for captions.
import { existsSync, readFileSync } from 'node:fs';

type Side = { name: string; lines: string[] };
export type Slide = {
  kind: 'title' | 'points' | 'number' | 'versus' | 'city' | 'end';
  eyebrow?: string;
  heading?: string;
  lede?: string;
  note?: string;
  source?: string;
  numbered?: boolean;
  points?: string[];
  figure?: string;
  left?: Side;
  right?: Side;
  city?: string;
  state?: string;
  year?: string;
  law?: string;
};
type Step = number | 'all';

const fontFile = new URL(
  '../../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  import.meta.url,
);
const face = existsSync(fontFile)
  ? `@font-face { font-family: "Atkinson Hyperlegible Next"; src: url("data:font/woff2;base64,${readFileSync(fontFile).toString('base64')}") format("woff2"); font-weight: 200 800 }`
  : '';
if (!face)
  console.warn('Atkinson Hyperlegible Next was not found in node_modules (run npm install): a system font is used.');

const css = `${face}
* { box-sizing: border-box; margin: 0; padding: 0 }
body { inline-size: 1280px; block-size: 720px; overflow: hidden; position: relative; background: #fbf8f2; color: #17252d; font: 400 34px/1.3 "Atkinson Hyperlegible Next", "DejaVu Sans", sans-serif }
.top { position: absolute; inset: 0 0 auto; block-size: 84px; padding: 0 72px; display: flex; align-items: center; gap: 14px; font-size: 22px }
.top b { font-size: 27px; font-weight: 750; letter-spacing: -.02em } .top .of { color: #44525a; margin-inline-start: 10px } .top .tag { margin-inline-start: auto; background: #fdf0d9; color: #7d4a00; font-weight: 650; padding: 7px 16px 8px; border-radius: 6px; font-size: 21px; line-height: 1.2 }
main { position: absolute; inset: 104px 72px 118px; display: flex; flex-direction: column }
.eyebrow { color: #7d4a00; font-weight: 650; font-size: 25px; margin-block-end: 6px } h1 { font-weight: 750; font-size: 62px; line-height: 1.08; letter-spacing: -.018em; text-wrap: balance }
.source { margin-block-start: auto; color: #44525a; font-size: 20px; line-height: 1.35; text-wrap: pretty }
ol { list-style: none; margin-block-start: 30px } li { border-block-start: 2px solid #ddd3c3; padding: 15px 0 16px 26px; color: #44525a; position: relative; display: flex; gap: 22px; line-height: 1.25 } li:last-child { border-block-end: 2px solid #ddd3c3 }
li i { font-style: normal; font-weight: 750; color: #0a5a61; min-inline-size: 24px } li.on { color: #17252d; font-weight: 650 } li.on::before { content: ""; position: absolute; inset: 10px auto 10px 0; inline-size: 8px; border-radius: 4px; background: #f2ab3c }
.five li { padding-block: 11px 12px }
.waves { position: absolute; inset: auto 0 0; inline-size: 1280px; block-size: 96px }
.dark { background: #0c3b44; color: #fbf8f2 } .dark .top .of, .dark .source { color: #cfe0dc } .dark .eyebrow { color: #f7c063 } .dark .tag { background: #f7c063; color: #17252d } .dark li { border-color: #2c7376; color: #fbf8f2; padding-inline-start: 0 } .dark li:last-child { border-color: #2c7376 }
.title main { inset-block: 150px 118px; inline-size: 640px } .title h1 { font-size: 64px } .title .lede { font-size: 29px; color: #44525a; margin-block-start: 22px; text-wrap: balance } .title .note { margin-block-start: 30px; font-size: 24px; line-height: 1.35; background: #fdf0d9; color: #5c3700; border-inline-start: 8px solid #f2ab3c; padding: 14px 20px 15px; border-radius: 4px 8px 8px 4px; text-wrap: pretty }
.title svg.art { position: absolute; inset: 0 0 0 auto; block-size: 720px; inline-size: 520px } .title .top .tag { position: absolute; inset-inline-end: 36px }
.number .figure { font-size: 176px; line-height: 1; font-weight: 780; letter-spacing: -.04em; color: #f7c063; margin-block: 6px 12px } .number h1 { font-size: 46px; max-inline-size: 900px } .number .lede { font-size: 29px; color: #d9e6e2; margin-block-start: 16px; max-inline-size: 860px; text-wrap: pretty }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 40px; margin-block-start: 30px } .side { border-radius: 14px; padding: 26px 34px 28px; background: #f3ede2; border: 3px solid transparent } .side h2 { font-size: 38px; line-height: 1.2; font-weight: 750; margin-block-end: 10px } .side p { font-size: 30px; padding-block: 7px } .side p:last-child { font-weight: 750; font-size: 36px } .side.order { background: #e3efee } .side.order p:last-child, .side.order h2 { color: #06434a } .side.req p:last-child { color: #7d4a00 } .side.on { border-color: #f2ab3c }
.city .panel { position: absolute; inset: 0 auto 0 0; inline-size: 460px; background: #0c3b44; color: #fbf8f2; overflow: hidden } .city .panel div { position: absolute; inset: 132px 30px auto 72px } .city .panel h1 { font-size: 66px } .city .panel .state { font-size: 34px; margin-block-start: 6px; color: #d9e6e2 } .city .panel .year { color: #f7c063; font-weight: 650; font-size: 30px; margin-block-start: 22px } .city .panel .eyebrow { color: #f7c063 }
.city .panel svg { position: absolute; inset: auto 0 0; inline-size: 460px; block-size: 300px } .city main { inset: 104px 64px 108px 516px } .city .law { font-weight: 650; font-size: 31px; line-height: 1.25; color: #06434a; text-wrap: balance } .city ol { margin-block-start: 20px } .city li { font-size: 30px; padding-block: 14px 15px } .city .source { padding-block-start: 14px } .city .top { padding-inline-end: 64px } .city .top b, .city .top .of { color: #fbf8f2 }
`;

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const mark = (light: boolean) =>
  `<svg width="31" height="36" viewBox="0 0 26 30"><path d="M4 29h18l-2.400-17H6.400z" fill="${light ? '#7fd1cf' : '#0a5a61'}"/><rect x="5" y="8" width="16" height="4.600" rx="1" fill="${light ? '#fbf8f2' : '#17252d'}"/><path d="M13 0l6 6H7z" fill="${light ? '#fbf8f2' : '#17252d'}"/><circle cx="13" cy="20" r="3.200" fill="#f2ab3c"/></svg>`;
const waves =
  '<svg class="waves" viewBox="0 0 1280 96" preserveAspectRatio="none"><path d="M0 34q160-26 330-6t330-10 320 12 300-10v76H0z" fill="#7fb0a9"/><path d="M0 54q220-24 440-2t440-6 400 8v42H0z" fill="#2c7376"/><path d="M0 74q260-18 560 0t720-8v30H0z" fill="#0c3b44"/></svg>';
const deepWaves =
  '<svg class="waves" viewBox="0 0 1280 96" preserveAspectRatio="none"><path d="M0 34q160-26 330-6t330-10 320 12 300-10v76H0z" fill="#14545c"/><path d="M0 60q220-24 440-2t440-6 400 8v42H0z" fill="#2c7376"/></svg>';
const harbour = `<svg class="art" viewBox="0 0 520 720" preserveAspectRatio="xMidYMid slice"><rect width="520" height="720" fill="#f8e3bd"/><circle cx="356" cy="330" r="78" fill="#f2ab3c"/><path d="M0 372q70-24 140-6t150-8 130 8 100-12v366H0z" fill="#7fb0a9"/><path d="M0 420q100-20 190 0t190-2 140 4v300H0z" fill="#2c7376"/><path d="M104 520l19-272h50l19 272z" fill="#fbf8f2"/><path d="M112.500 398h71l3.500 52h-78z" fill="#a3261c"/><path d="M118 320h60l3 38h-65.600z" fill="#a3261c"/><rect x="114" y="206" width="68" height="42" rx="4" fill="#17252d"/><rect x="128" y="214" width="40" height="26" rx="3" fill="#ffd98a"/><path d="M148 168l42 38h-84z" fill="#17252d"/><path d="M170 218L520 104v112L170 238z" fill="#fff3d4" opacity=".75"/><path d="M0 492q80-16 170 2t210-4 140 6v224H0z" fill="#14545c"/><path d="M0 590q120-24 260 0t260-8v138H0z" fill="#0c3b44"/><path d="M300 536h124l-22 34h-82z" fill="#fbf8f2"/><path d="M356 452v76l-50-3z" fill="#fbf8f2"/><path d="M366 440v88l56-3z" fill="#f3ede2"/><path d="M40 640h90M250 662h130M420 632h70M130 690h80" stroke="#7fb0a9" stroke-width="4" stroke-linecap="round"/></svg>`;
const skyline: Record<string, string> = {
  Providence:
    '<path d="M0 200h40v-50h44v-40h50v60h30v-90h16v-24h12v24h16v90h36v-40h56v60h48v-80h46v90h40v150H0z" fill="#14545c"/>',
  Boulder: '<path d="M0 220L70 110l40 52 60-112 50 84 36-60 70 120 54-84 80 130v110H0z" fill="#14545c"/>',
  Denver:
    '<path d="M0 214L60 160l50 36 62-80 60 70 50-44 78 66 50-40 50 40v120H0z" fill="#14545c"/><path d="M60 240v-60h34v60zM104 240v-96h30v96zM144 240v-130h36v-14h14v144zM206 240v-70h40v70zM256 240V120l36-18v138zM302 240v-84h42v84zM354 240v-50h40v50z" fill="#1d666c"/>',
};
const panelArt = (city: string) =>
  `<svg viewBox="0 0 460 300">${skyline[city] ?? ''}<path d="M0 214q60-14 120-2t130-4 120 4 90-4v92H0z" fill="#2c7376"/><path d="M0 246q90-16 200 0t260-6v60H0z" fill="#0a313a"/></svg>`;

function list(slide: Slide, step: Step, quiet = false): string {
  const rows = (slide.points ?? []).map(
    (text, i) =>
      `<li class="${!quiet && (step === 'all' || step === i + 1) ? 'on' : ''}">${slide.numbered ? `<i>${i + 1}</i>` : ''}<span>${escape(text)}</span></li>`,
  );
  return `<ol class="${rows.length > 3 ? 'five' : ''}">${rows.join('')}</ol>`;
}

function side(one: Side | undefined, kind: string, on: boolean): string {
  if (!one) throw new Error('A slide of this kind has two sides.');
  return `<div class="side ${kind} ${on ? 'on' : ''}"><h2>${escape(one.name)}</h2>${one.lines.map((line) => `<p>${escape(line)}</p>`).join('')}</div>`;
}

export function slideHtml(slide: Slide, number: number, of: number, step: Step): string {
  const dark = slide.kind === 'number' || slide.kind === 'end';
  const top = `<div class="top">${mark(dark || slide.kind === 'city')}<b>Haven</b><span class="of">${number} of ${of}</span><span class="tag">Synthetic narration</span></div>`;
  const eyebrow = slide.eyebrow ? `<p class="eyebrow">${escape(slide.eyebrow)}</p>` : '';
  const heading = slide.heading ? `<h1>${escape(slide.heading)}</h1>` : '';
  const lede = slide.lede ? `<p class="lede">${escape(slide.lede)}</p>` : '';
  const source = slide.source ? `<p class="source">${escape(slide.source)}</p>` : '';
  let body = '';
  if (slide.kind === 'title')
    body = `${harbour}<main>${heading}${lede}<p class="note">${escape(slide.note ?? '')}</p></main>`;
  else if (slide.kind === 'points') body = `${waves}<main>${eyebrow}${heading}${list(slide, step)}${source}</main>`;
  else if (slide.kind === 'end')
    body = `${deepWaves}<main>${eyebrow}${heading}${list(slide, step, true)}${source}</main>`;
  else if (slide.kind === 'number')
    body = `${deepWaves}<main>${eyebrow}<p class="figure">${escape(slide.figure ?? '')}</p>${heading}${lede}${source}</main>`;
  else if (slide.kind === 'versus')
    body = `${waves}<main>${eyebrow}${heading}<div class="sides">${side(slide.left, 'req', step !== 0)}${side(slide.right, 'order', false)}</div>${source}</main>`;
  else
    body = `<div class="panel"><div>${eyebrow}<h1>${escape(slide.city ?? '')}</h1><p class="state">${escape(slide.state ?? '')}</p><p class="year">${escape(slide.year ?? '')}</p></div>${panelArt(slide.city ?? '')}</div><main><p class="law">${escape(slide.law ?? '')}</p>${list(slide, step)}${source}</main>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Slide ${number}</title><style>${css}</style><body class="${slide.kind} ${dark ? 'dark' : ''}">${body}${top}</body></html>`;
}
