import { rules as single } from './single/rules';
import { rules as multiple } from './multiple/rules';
import { rules as trueFalse } from './true-false/rules';
import { rules as ordering } from './ordering/rules';
import { rules as matching } from './matching/rules';
import { rules as numeric } from './numeric/rules';
import { rules as shortText } from './short-text/rules';
import { rules as blanks } from './blanks/rules';
import { rules as hotspot } from './hotspot/rules';
import { rules as reflection } from './reflection/rules';
import { type QuestionRules } from './question-type';
import { type QuestionContent, type QuestionFace } from './schemas';

/** What each type does, without zod. A type that is missing does not compile. */
export const allRules: {
  [K in QuestionContent['kind']]: QuestionRules<
    Extract<QuestionContent, { kind: K }>,
    Extract<QuestionFace, { kind: K }>
  >;
} = {
  single,
  multiple,
  'true-false': trueFalse,
  ordering,
  matching,
  numeric,
  'short-text': shortText,
  blanks,
  hotspot,
  reflection,
};

/** The rules of one type. Content and face are of the same kind: whoever calls has them from the same question. */
export const rulesOf = (kind: QuestionContent['kind']): QuestionRules<QuestionContent, QuestionFace> => allRules[kind];
