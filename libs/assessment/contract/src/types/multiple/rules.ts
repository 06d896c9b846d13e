import { picksOf } from '../../answer';
import { chosenTexts, gradeSome, rightIds, rightTexts } from '../choice';
import { laidOut } from '../lines';
import { type QuestionRules } from '../question-type';
import { type MultipleContent, type MultipleFace } from './schema';

export const rules: QuestionRules<MultipleContent, MultipleFace> = {
  accepts: ({ options }, answer) => picksOf(answer, options),
  grade: ({ options }, answer) => gradeSome(options, answer),
  key: ({ options }) => rightIds(options),
  right: ({ options }) => rightTexts(options),
  face: ({ kind, prompt, options }, order) => ({
    kind,
    id: order.question,
    prompt,
    options: laidOut(options, order),
  }),
  summarise: ({ options }, answer) => chosenTexts(options, answer),
};
