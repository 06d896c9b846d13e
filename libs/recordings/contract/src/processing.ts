import * as z from 'zod';

/** What is done with an uploaded file, in this order. The recording can be played once `package` is done. */
export const stepNames = [
  'check',
  'probe',
  'package',
  'audio',
  'slides',
  'storyboard',
  'transcribe',
  'ladder',
] as const;
export const StepName = z.enum(stepNames);
export type StepName = z.infer<typeof StepName>;

/** Why a step failed, or why it was skipped: a stable code; the words for it in each language live in the web dictionaries. */
export const reasonCodes = [
  // About the file.
  'empty',
  'not-media',
  'playlist',
  'no-tracks',
  'truncated',
  'too-short',
  'cannot-play',
  'damaged',
  'changed-on-the-way',
  // About this server.
  'no-ffmpeg',
  'no-picture',
  'no-sound',
  'no-transcriber',
  'no-aligner',
  'other-words',
  'has-captions',
  'transcriber-failed',
  'takes-too-long',
  'needs-too-much-memory',
  'makes-too-much',
  'interrupted',
  'no-room',
  'failed',
] as const;

/**
 * A reason with the facts that its sentence names. `truncated`: `declared` and `found` in seconds. `cannot-play`: `codec`.
 * `transcriber-failed`: `said`, the service's own words.
 */
export const Reason = z.object({
  code: z.enum(reasonCodes),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});
export type Reason = z.infer<typeof Reason>;
export type ReasonCode = Reason['code'];

/** `skipped` is an end like `done`: nothing went wrong, but there is nothing of this step, for the reason given. */
export const stepStatuses = ['waiting', 'running', 'done', 'skipped', 'failed'] as const;

/** One step of a recording's processing. `progress` in per cent. */
export const Step = z.object({
  name: StepName,
  status: z.enum(stepStatuses),
  progress: z.number().int().min(0).max(100),
  reason: Reason.nullable(),
});
export type Step = z.infer<typeof Step>;

/** Where a recording stands as a whole: `failed` when any step failed, `done` when every step came to a good end. */
export const recordingStates = ['uploaded', 'processing', 'playable', 'done', 'failed'] as const;
export const RecordingState = z.enum(recordingStates);
export type RecordingState = z.infer<typeof RecordingState>;

/** A sprite sheet of small stills, row by row: still number `n` shows second `n × every`. Sizes in pixels. */
export const Storyboard = z.object({
  url: z.string(),
  every: z.number().int().min(1),
  columns: z.number().int().min(1),
  count: z.number().int().min(1),
  width: z.number().int().min(1),
  height: z.number().int().min(1),
});
export type Storyboard = z.infer<typeof Storyboard>;

/** What the screen showed from second `at` on. */
export const Slide = z.object({ at: z.number().int().min(0), url: z.string() });
export type Slide = z.infer<typeof Slide>;
