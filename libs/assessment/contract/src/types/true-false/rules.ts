import { type Text } from '@haven/shared/contract';
import { picks, picksOf } from '../../answer';
import { FULL, NONE } from '../../fraction';
import { type QuestionRules } from '../question-type';
import { type TrueFalseContent, type TrueFalseFace } from './schema';

/** The two answers. Their words belong to the type, as they are its options on every page and in every export. */
export const truths: { id: string; text: Text }[] = [
  { id: 'true', text: { en: 'True', es: 'Verdadero' } },
  { id: 'false', text: { en: 'False', es: 'Falso' } },
];

const textsOf = (ids: readonly string[]) => truths.filter(({ id }) => ids.includes(id)).map(({ text }) => text);

export const rules: QuestionRules<TrueFalseContent, TrueFalseFace> = {
  accepts: (_, answer) => picksOf(answer, truths) && picks(answer).length <= 1,
  grade: ({ truth }, answer) => (picks(answer).join() === String(truth) ? FULL : NONE),
  key: ({ truth }) => [String(truth)],
  right: ({ truth }) => textsOf([String(truth)]),
  face: ({ kind, prompt }, { question }) => ({ kind, id: question, prompt }),
  summarise: (_, answer) => textsOf(picks(answer)),
};
