import { type Step, stepNames, type StudioRecording, type StudioRecordingCard } from '@haven/recordings/contract';

const id = '0193f2a0-0000-7000-8000-000000000001';

/** A recording in the library that is ready, but for what a test says. */
export const aCard = (changed: Partial<StudioRecordingCard> = {}): StudioRecordingCard => ({
  id,
  slug: 'talk',
  title: { en: 'A talk', es: 'Una charla' },
  language: 'en',
  recordedOn: '2026-05-03',
  duration: 3480,
  state: 'done',
  playable: true,
  archived: false,
  step: null,
  tracks: [],
  uses: [],
  uploadedAt: '2026-05-04T10:00:00Z',
  ...changed,
});

/** All steps done, but for what a test says. */
export const someSteps = (changed: Partial<Record<Step['name'], Partial<Step>>> = {}): Step[] =>
  stepNames.map((name) => ({ name, status: 'done', progress: 100, reason: null, ...changed[name] }));

/** A recording on its own page. It has no media: what plays is not a matter of these pages. */
export const aRecording = (changed: Partial<StudioRecording> = {}): StudioRecording => ({
  ...aCard(),
  version: 3,
  rev: 1,
  description: { en: '' },
  speakers: ['Ana'],
  chapters: [{ at: 0, title: { en: 'Begin' } }],
  slides: [],
  steps: someSteps(),
  file: { name: 'talk.mp4', size: 1_812_345_678, picture: null, sound: null, same: null },
  media: null,
  replacement: null,
  workshop: { ffmpeg: true, transcriber: true, aligner: [] },
  ...changed,
});
