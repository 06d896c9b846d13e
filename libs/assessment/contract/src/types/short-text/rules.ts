import { entries, isPicks } from '../../answer';
import { FULL, NONE } from '../../fraction';
import { same } from '../lines';
import { type QuestionRules } from '../question-type';
import { isAccepted } from '../typed';
import { type ShortTextContent, type ShortTextFace } from './schema';

export const rules: QuestionRules<ShortTextContent, ShortTextFace> = {
  accepts: (_, answer) =>
    !isPicks(answer) && Object.entries(answer).every(([field, text]) => field === 'text' && text.length <= 200),
  grade: (content, answer) => (isAccepted(entries(answer)['text'] ?? '', content.accepted, content) ? FULL : NONE),
  key: ({ accepted: [first] }) => ({ text: first?.en ?? '' }),
  right: ({ accepted }) => accepted.slice(0, 1),
  face: ({ kind, prompt }, { question }) => ({ kind, id: question, prompt }),
  summarise: (_, answer) => {
    const text = entries(answer)['text']?.trim();
    return text ? [same(text)] : [];
  },
};
