import { type Text } from '@haven/shared/contract';
import { type QuestionContent } from './types/schemas';

/** Whether GIFT can say all of a question that makes an answer right, so that the same question comes back from it. */
export function giftCarries(content: QuestionContent): boolean {
  switch (content.kind) {
    case 'single':
    case 'multiple':
    case 'true-false':
    case 'reflection':
      return true;
    case 'short-text':
      return !content.matchCase && !content.matchAccents && !content.accepted.some(holdsArrow);
    case 'numeric':
      return content.units.length === 0;
    case 'matching': {
      const texts = content.targets.map(({ text }) => text.en);
      return new Set(texts).size === texts.length && content.rows.every(({ text }) => !holdsArrow(text));
    }
    default:
      return false;
  }
}

const holdsArrow = ({ en, es = '' }: Text) => en.includes('->') || es.includes('->');

/** Whether QTI can say all of a question that makes an answer right. It has no loose accents, so those come back loose. */
export function qtiCarries(content: QuestionContent): boolean {
  if (content.kind === 'numeric') return content.units.length <= 1;
  if (content.kind === 'short-text') return !content.matchAccents;
  return content.kind !== 'blanks' || content.blanks.every((blank) => blank.kind === 'choose' || !blank.matchAccents);
}
