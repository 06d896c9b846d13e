import { type Words } from './captions.ts';
import { type Slide } from './slides.ts';

type Cue = Words & { say?: string; step?: number; all?: boolean; join?: boolean };
/** A talk as `webinar.json` has it: its slides, and the sentences said to each. */
export type Talk = {
  slug: string;
  output: string;
  recordedOn: string;
  reviewedOn: string;
  title: Words;
  description: Words;
  slides: (Slide & { chapter?: Words; cues: Cue[] })[];
};
