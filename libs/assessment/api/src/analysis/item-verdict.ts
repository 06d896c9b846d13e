import { type ItemFlag, type ItemReason } from '@haven/assessment/contract';
import { type ItemStatistics } from './item-analysis';
import { type LanguageGap } from './language-gap';

export interface ItemVerdict {
  readonly flag: ItemFlag;
  readonly reasons: readonly ItemReason[];
}

/**
 * Reads the figures for an author (thresholds of Ebel and Frisbie, Essentials of Educational Measurement, 1991: below 0 a question works
 * against the rest, below 0.2 it tells little). Null where too few people were asked. A question that nearly everybody gets right is not
 * poor by that: training wants to be understood.
 */
export function itemVerdict(
  { facility, discrimination }: Pick<ItemStatistics, 'facility' | 'discrimination'>,
  gap: Pick<LanguageGap, 'level'> | null,
): ItemVerdict | null {
  if (facility === null) return null;
  const reasons: ItemReason[] = [];
  const tells = facility < 0.95;
  if (discrimination !== null && discrimination < 0) reasons.push('key-doubtful');
  else if (discrimination !== null && discrimination < 0.2 && tells) reasons.push('weak');
  if (!tells) reasons.push('too-easy');
  if (facility < 0.25) reasons.push('too-hard');
  if (gap?.level === 'C') reasons.push('harder-in-one-language');
  if (gap?.level === 'B') reasons.push('somewhat-harder-in-one-language');
  const poor = reasons.includes('key-doubtful') || reasons.includes('harder-in-one-language');
  return { flag: poor ? 'poor' : reasons.length > 0 ? 'check' : 'good', reasons };
}
