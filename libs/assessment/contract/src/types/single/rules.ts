import { picks, picksOf } from '../../answer';
import { chosenTexts, gradeOne, rightIds, rightTexts } from '../choice';
import { laidOut } from '../lines';
import { type QuestionRules } from '../question-type';
import { type SingleContent, type SingleFace } from './schema';

export const rules: QuestionRules<SingleContent, SingleFace> = {
  accepts: ({ options }, answer) => picksOf(answer, options) && picks(answer).length <= 1,
  grade: ({ options }, answer) => gradeOne(options, answer),
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
