import { picks, picksOf } from '../../answer';
import { chosenTexts, gradeOne, rightIds, rightTexts } from '../choice';
import { type QuestionRules } from '../question-type';
import { type HotspotContent, type HotspotFace } from './schema';

export const rules: QuestionRules<HotspotContent, HotspotFace> = {
  accepts: ({ regions }, answer) => picksOf(answer, regions) && picks(answer).length <= 1,
  grade: ({ regions }, answer) => gradeOne(regions, answer),
  key: ({ regions }) => rightIds(regions),
  right: ({ regions }) => rightTexts(regions),
  face: ({ kind, prompt, picture, alt, regions }, { question }) => ({
    kind,
    id: question,
    prompt,
    picture,
    alt,
    regions: regions.map(({ id, text, x, y, width, height }) => ({ id, text, x, y, width, height })),
  }),
  summarise: ({ regions }, answer) => chosenTexts(regions, answer),
};
