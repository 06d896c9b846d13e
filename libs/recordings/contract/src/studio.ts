import { Day, Id, Instant, Locale, PageQuery, pageOf, Slug, Text, words } from '@haven/shared/contract';
import * as z from 'zod';
import { RecordingState, Slide, Step, StepName } from './processing';
import { Chapter, Cue, RecordingDetail } from './recording';

/** Where a recording is used, for the people who decide about it. `link` is a path in the studio. */
export const Use = z.object({ title: Text, within: Text, link: z.string(), published: z.boolean() });
export type Use = z.infer<typeof Use>;

/** How the captions of one language stand. `by` is null where the person's name is not known any more. */
export const StudioTrack = z.object({
  locale: Locale,
  version: z.number().int().min(1),
  cues: z.number().int(),
  origin: z.enum(['file', 'automatic', 'script', 'editor', 'carried']),
  reviewed: z.object({ by: z.string().nullable(), on: Day }).nullable(),
});
export type StudioTrack = z.infer<typeof StudioTrack>;

/** A row of the library. `step` is what is being done to it now. */
export const StudioRecordingCard = z.object({
  id: Id,
  slug: Slug,
  title: Text,
  language: Locale,
  recordedOn: Day,
  duration: z.number().int(),
  state: RecordingState,
  playable: z.boolean(),
  archived: z.boolean(),
  step: Step.nullable(),
  tracks: z.array(StudioTrack),
  uses: z.array(Use),
  uploadedAt: Instant,
});
export type StudioRecordingCard = z.infer<typeof StudioRecordingCard>;
export const StudioRecordingCards = pageOf(StudioRecordingCard);
export type StudioRecordingCards = z.infer<typeof StudioRecordingCards>;

/** What the library may be asked for. `captions`: recordings that have none reviewed in this language yet. */
export const RecordingQuery = PageQuery.extend({
  q: words(100).optional(),
  state: RecordingState.optional(),
  language: Locale.optional(),
  captions: Locale.optional(),
  archived: z.enum(['yes', 'no']).default('no'),
});
export type RecordingQuery = z.infer<typeof RecordingQuery>;

/** What an upload turned out to be. Sizes in bytes and pixels; `null` where there is no picture or no sound, or it is not known yet. */
export const SourceFile = z.object({
  name: z.string(),
  size: z.number().int(),
  picture: z.object({ codec: z.string(), width: z.number().int(), height: z.number().int() }).nullable(),
  sound: z.object({ codec: z.string(), channels: z.number().int() }).nullable(),
  /** Another recording that was made of exactly the same file. */
  same: z.object({ id: Id, title: Text }).nullable(),
});
export type SourceFile = z.infer<typeof SourceFile>;

/** How much is carried over from a timeline to the one that replaces it. Seconds and counts; `people`: how many have watched any of it. */
export const Carried = z.object({
  seconds: z.number().int(),
  of: z.number().int(),
  people: z.number().int(),
  chapters: z.object({ kept: z.number().int(), lost: z.array(Text) }),
  captions: z.array(z.object({ locale: Locale, kept: z.number().int(), lost: z.number().int() })),
  pieces: z.array(z.object({ from: z.number().int(), to: z.number().int(), at: z.number().int() })),
});
export type Carried = z.infer<typeof Carried>;

/**
 * A new file that waits to take the place of the present one. `carried` is null while it is not known, and where it cannot be known
 * because a program is missing (`blind`): then everything stays with the present file.
 */
export const Replacement = z.object({
  rev: z.number().int(),
  state: RecordingState,
  playable: z.boolean(),
  duration: z.number().int(),
  file: SourceFile,
  steps: z.array(Step),
  hls: z.string().nullable(),
  carried: Carried.nullable(),
  blind: z.boolean(),
});
export type Replacement = z.infer<typeof Replacement>;

/** What this server can do besides playing: with ffmpeg, with a speech-to-text service, and for which languages a script can be timed. */
export const Workshop = z.object({ ffmpeg: z.boolean(), transcriber: z.boolean(), aligner: z.array(Locale) });
export type Workshop = z.infer<typeof Workshop>;

/** What a person writes about a recording, and its chapters. */
export const EditRecording = z.strictObject({
  title: z.strictObject({ en: words(200).trim().min(1), es: words(200).trim().min(1).optional() }),
  description: z.strictObject({ en: words(4000).trim(), es: words(4000).trim().optional() }),
  language: Locale,
  recordedOn: Day,
  speakers: z.array(words(100).trim().min(1)).max(30),
  chapters: z
    .array(
      z.strictObject({
        at: z.number().int().min(0),
        title: z.strictObject({ en: words(200).trim().min(1), es: words(200).trim().min(1).optional() }),
      }),
    )
    .max(200),
});
export type EditRecording = z.infer<typeof EditRecording>;

/** A recording in the studio. `version` goes back in `If-Match`. `media` is what a player needs; null until it can be played. */
export const StudioRecording = StudioRecordingCard.extend({
  version: z.number().int(),
  rev: z.number().int(),
  description: Text,
  speakers: z.array(z.string()),
  chapters: z.array(Chapter),
  slides: z.array(Slide),
  steps: z.array(Step),
  file: SourceFile,
  media: RecordingDetail.nullable(),
  replacement: Replacement.nullable(),
  workshop: Workshop,
});
export type StudioRecording = z.infer<typeof StudioRecording>;

/** The largest caption file that is taken, in characters: about thirty hours of speech. */
export const captionLimit = 2_000_000;

/** The captions of one language while they are edited. `heldBack`: what a machine heard and nobody should be shown without a look. */
export const CaptionDraft = z.object({
  locale: Locale,
  version: z.number().int(),
  vtt: z.string(),
  reviewed: StudioTrack.shape.reviewed,
  origin: StudioTrack.shape.origin,
  heldBack: z.array(Cue),
});
export type CaptionDraft = z.infer<typeof CaptionDraft>;

/** `vtt` is WebVTT as `writeVtt` makes it. Saving a reviewed track makes it a draft again. */
export const EditCaptions = z.strictObject({
  vtt: z.string().max(captionLimit),
  origin: StudioTrack.shape.origin.exclude(['automatic', 'carried']).default('editor'),
});
export type EditCaptions = z.infer<typeof EditCaptions>;

export const ReviewCaptions = z.strictObject({ reviewed: z.boolean() });
export type ReviewCaptions = z.infer<typeof ReviewCaptions>;
export const CaptionParam = z.strictObject({ id: Id, locale: Locale });
export type CaptionParam = z.infer<typeof CaptionParam>;

/** Runs a step again. `script`, for `transcribe` alone: the words that are spoken, to be given their times. */
export const RunStep = z.strictObject({ script: words(200_000).optional() });
export type RunStep = z.infer<typeof RunStep>;
export const StepParam = z.strictObject({ id: Id, step: StepName });
export type StepParam = z.infer<typeof StepParam>;

/** At which seconds there are slides. A new second gets its still as soon as the worker has made it. */
export const EditSlides = z.strictObject({ at: z.array(z.number().int().min(0)).max(500) });
export type EditSlides = z.infer<typeof EditSlides>;

export const ArchiveRecording = z.strictObject({ archived: z.boolean() });
export type ArchiveRecording = z.infer<typeof ArchiveRecording>;
export const ConfirmReplacement = z.strictObject({ rev: z.number().int().min(1) });
export type ConfirmReplacement = z.infer<typeof ConfirmReplacement>;
