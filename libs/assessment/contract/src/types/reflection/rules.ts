import { entries, isPicks } from '../../answer';
import { same } from '../lines';
import { type QuestionRules } from '../question-type';
import { type ReflectionContent, type ReflectionFace } from './schema';

export const rules: QuestionRules<ReflectionContent, ReflectionFace> = {
  accepts: (_, answer) => !isPicks(answer) && Object.keys(answer).every((field) => field === 'text'),
  grade: () => null,
  key: () => null,
  right: () => [],
  face: ({ kind, prompt }, { question }) => ({ kind, id: question, prompt }),
  summarise: (_, answer) => {
    const text = entries(answer)['text']?.trim();
    return text ? [same(text)] : [];
  },
};
