import { type EditRecording, type StudioRecording } from '@haven/recordings/contract';
import * as z from 'zod';
import { clock } from '../../player/time';
import { readMoment } from './moment';

/** Chapters as they are written, and kept on the device half written: times as text, both titles there, if empty. */
export const ChapterModel = z.array(z.strictObject({ at: z.string(), en: z.string(), es: z.string() }));
export type ChapterModel = z.infer<typeof ChapterModel>;

export const toChapterModel = (chapters: StudioRecording['chapters']): ChapterModel =>
  chapters.map(({ at, title }) => ({ at: clock(at), en: title.en, es: title.es ?? '' }));

/** The second that a text names; null where it names none. */
export const secondOf = (text: string): number | null => {
  const moment = readMoment(text);
  return moment === null ? null : Math.floor(moment / 1000);
};

/** What is wrong with each chapter, in a recording of `duration` seconds. */
export function chapterTrouble(model: ChapterModel, duration: number) {
  const seconds = model.map(({ at }) => secondOf(at));
  return model.map(({ en, es }, index) => {
    const second = seconds[index] ?? null;
    return {
      at:
        second === null
          ? ('notATime' as const)
          : second >= duration
            ? ('afterEnd' as const)
            : seconds.indexOf(second) < index
              ? ('twice' as const)
              : null,
      en: en.trim() === '' ? ('noTitle' as const) : en.trim().length > 200 ? ('tooLong' as const) : null,
      es: es.trim().length > 200 ? ('tooLong' as const) : null,
    };
  });
}

export const toChapters = (model: ChapterModel): EditRecording['chapters'] =>
  model.map(({ at, en, es }) => ({ at: secondOf(at) ?? 0, title: { en: en.trim(), es: es.trim() || undefined } }));
