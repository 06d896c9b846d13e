import { type ContractIssue } from '@haven/identity/web/editing';
import { EditRecording, type StudioRecording } from '@haven/recordings/contract';
import { Locale } from '@haven/shared/contract';
import { type I18n } from '@haven/shared/web';
import * as z from 'zod';

const both = z.strictObject({ en: z.string(), es: z.string() });

/**
 * What is said of a recording as a form holds it: every text is there, if empty. Also how it is kept on the device, half written as it may
 * be. The chapters are not this form's: they travel along as they are.
 */
export const RecordingModel = z.strictObject({
  title: both,
  description: both,
  language: Locale,
  recordedOn: z.string(),
  speakers: z.array(z.string()),
  chapters: EditRecording.shape.chapters,
});
export type RecordingModel = z.infer<typeof RecordingModel>;

export const blankRecording: RecordingModel = {
  title: { en: '', es: '' },
  description: { en: '', es: '' },
  language: 'en',
  recordedOn: '',
  speakers: [],
  chapters: [],
};

/** What of a recording people write. */
export type Written = Pick<
  StudioRecording,
  'title' | 'description' | 'language' | 'recordedOn' | 'speakers' | 'chapters'
>;

export const toRecordingModel = (recording: Written): RecordingModel => ({
  title: { en: recording.title.en, es: recording.title.es ?? '' },
  description: { en: recording.description.en, es: recording.description.es ?? '' },
  language: recording.language,
  recordedOn: recording.recordedOn,
  speakers: [...recording.speakers],
  chapters: recording.chapters.map(({ at, title }) => ({ at, title })),
});

/** An empty Spanish text means that there is none yet; an empty line among the speakers means nobody. */
export const toEditRecording = ({ title, description, speakers, ...rest }: RecordingModel): EditRecording => ({
  ...rest,
  title: { en: title.en.trim(), es: title.es.trim() || undefined },
  description: { en: description.en.trim(), es: description.es.trim() || undefined },
  speakers: speakers.map((name) => name.trim()).filter(Boolean),
});

export const isSendable = (model: RecordingModel): boolean => EditRecording.safeParse(toEditRecording(model)).success;

const most = { title: 200, description: 4000, speaker: 100, speakers: 30 };

/** What to do about one thing that the contract has against what is said of a recording. */
export function recordingIssueWords(i18n: I18n, { path, kind }: ContractIssue): string {
  const say = (key: string, n = 0) => i18n.t(`recordings.studio.form.errors.${key}`, { most: i18n.number(n) });
  const [part, below] = path.split('.');
  if (part === 'description') return say('descriptionLong', most.description);
  if (part === 'recordedOn') return say('recordedOn');
  if (part === 'speakers') return below ? say('speakerLong', most.speaker) : say('speakers', most.speakers);
  return kind === 'too_big' ? say('titleLong', most.title) : say('title');
}
