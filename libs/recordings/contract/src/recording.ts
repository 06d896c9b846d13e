import { Day, Id, Locale, Range, Text } from '@haven/shared/contract';
import * as z from 'zod';
import { Slide, Storyboard } from './processing';

/** A chapter: where it starts, in whole seconds, and its title in each language. */
export const Chapter = z.object({ at: z.number().int().min(0), title: Text });
export type Chapter = z.infer<typeof Chapter>;

/** A caption track as a learner meets it: only reviewed ones travel. `url` serves WebVTT. */
export const CaptionTrack = z.object({ locale: Locale, url: z.string(), reviewedOn: Day });
export type CaptionTrack = z.infer<typeof CaptionTrack>;

/** One line of the transcript: times in seconds, who speaks where it is known, and the words. */
export const Cue = z.object({ from: z.number(), to: z.number(), speaker: z.string().nullable(), text: z.string() });
export type Cue = z.infer<typeof Cue>;

/**
 * One choice of quality: a media playlist of its own. Height in pixels, null for sound alone; `bandwidth` is the most in bits a second; `size`
 * the bytes of all its files, with the stills that are shown to it: the slides to the sound, the storyboard to a picture.
 */
export const QualityChoice = z.object({
  url: z.string(),
  height: z.number().int().min(1).nullable(),
  bandwidth: z.number().int().min(1),
  size: z.number().int().min(0),
});
export type QualityChoice = z.infer<typeof QualityChoice>;

/** A recording that can be played. `duration` is the canonical length in whole seconds, the server's own. */
export const RecordingDetail = z.object({
  id: Id,
  rev: z.number().int().min(1),
  title: Text,
  description: Text,
  language: Locale,
  recordedOn: Day,
  synthetic: z.boolean(),
  speakers: z.array(z.string()),
  duration: z.number().int().min(1),
  hls: z.string(),
  qualities: z.array(QualityChoice),
  captions: z.array(CaptionTrack),
  chapters: z.array(Chapter),
  storyboard: Storyboard.nullable(),
  slides: z.array(Slide),
});
export type RecordingDetail = z.infer<typeof RecordingDetail>;

/** The transcript in one language. */
export const Transcript = z.object({ locale: Locale, cues: z.array(Cue) });
export type Transcript = z.infer<typeof Transcript>;
export const TranscriptParam = z.strictObject({ id: Id, locale: Locale });
export type TranscriptParam = z.infer<typeof TranscriptParam>;

/** What one person has watched of one recording: the union of ranges, and where they stopped. */
export const Coverage = z.object({
  recording: Id,
  rev: z.number().int(),
  ranges: z.array(Range),
  unproven: z.array(Range),
  position: z.number().int().min(0),
  transcriptRead: z.boolean(),
});
export type Coverage = z.infer<typeof Coverage>;

/** Which timeline is asked for; without it, the present one. */
export const RevQuery = z.strictObject({ rev: z.coerce.number().int().min(1).optional() });
export type RevQuery = z.infer<typeof RevQuery>;
