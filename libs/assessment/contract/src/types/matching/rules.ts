import { type Text } from '@haven/shared/contract';
import { type Answer, entries, isPicks } from '../../answer';
import { floored, type Fraction, fraction, sum, times } from '../../fraction';
import { corrected } from '../corrected';
import { join, mixed, nameOf } from '../lines';
import { type QuestionRules } from '../question-type';
import { type MatchingContent, type MatchingFace } from './schema';

/** The mean of the rows, each corrected for guessing among the targets. */
export function balance({ rows, targets }: Pick<MatchingContent, 'rows' | 'targets'>, answer: Answer): Fraction {
  const chosen = entries(answer);
  return times(
    sum(rows.map(({ id, target }) => corrected(chosen[id], target, targets.length))),
    fraction(1, rows.length),
  );
}

function pairs({ rows, targets }: Pick<MatchingFace, 'rows' | 'targets'>, answer: Answer): Text[] {
  const chosen = entries(answer);
  return rows.flatMap((row) => {
    const target = targets.find(({ id }) => id === chosen[row.id]);
    return target ? [join([row.text, target.text], (texts) => texts.join(' → '))] : [];
  });
}

const key = ({ rows }: MatchingContent) => Object.fromEntries(rows.map(({ id, target }) => [id, target]));

export const rules: QuestionRules<MatchingContent, MatchingFace> = {
  accepts: ({ rows, targets }, answer) =>
    !isPicks(answer) &&
    Object.entries(answer).every(
      ([row, target]) =>
        rows.some(({ id }) => id === row) && (target === '' || targets.some(({ id }) => id === target)),
    ),
  grade: (content, answer) => floored(balance(content, answer)),
  key,
  right: (content) => pairs(content, key(content)),
  face: ({ kind, prompt, rows, targets }, order) => ({
    kind,
    id: order.question,
    prompt,
    rows: rows.map(nameOf),
    targets: mixed(targets, order),
  }),
  summarise: pairs,
};
