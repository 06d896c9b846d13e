import * as fc from 'fast-check';
import * as z from 'zod';
import { entries, isPicks } from '../../answer';
import { FULL, fraction, NONE } from '../../fraction';
import { content, face } from '../common';
import { same } from '../lines';
import { type QuestionRules } from '../question-type';
import { common, type Sample } from './samples';

/** A type that Haven does not have: a place on a scale from 0 to 10, with half the credit for the next place. */
export const ScaleContent = z.strictObject({ kind: z.literal('scale'), ...content, place: z.number().int() });
type ScaleContent = z.infer<typeof ScaleContent>;
export const ScaleFace = z.object({ kind: z.literal('scale'), ...face });
type ScaleFace = z.infer<typeof ScaleFace>;

export const scale: QuestionRules<ScaleContent, ScaleFace> = {
  accepts: (_, answer) => !isPicks(answer) && Object.keys(answer).every((field) => field === 'place'),
  grade: ({ place }, answer) => {
    const off = Math.abs(Number(entries(answer)['place']) - place);
    return off === 0 ? FULL : off === 1 ? fraction(1, 2) : NONE;
  },
  key: ({ place }) => ({ place: String(place) }),
  right: ({ place }) => [same(String(place))],
  face: ({ kind, prompt }, { question }) => ({ kind, id: question, prompt }),
  summarise: (_, answer) => [same(entries(answer)['place'] ?? '')],
};

export const scaleSample: Sample<ScaleContent> = {
  content: fc.nat(10).map((place) => ({ kind: 'scale' as const, ...common, place })),
  answer: () => fc.nat(10).map((place) => ({ place: String(place) })),
  rekeyed: (content) => ({ ...content, place: content.place + 1 }),
};
