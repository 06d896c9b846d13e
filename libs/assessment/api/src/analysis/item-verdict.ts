import { type ItemStatistics } from './item-analysis';
import { type LanguageGap } from './language-gap';

/** What an author should do with a question: leave it, look at it, or mend it. */
export type ItemFlag = 'good' | 'check' | 'poor';

/** Why a question is flagged; the words live in the dictionaries. */
export type ItemReason = 'key-doubtful' | 'weak' | 'too-easy' | 'too-hard' | 'harder-in-one-language';

export interface ItemVerdict {
  readonly flag: ItemFlag;
  readonly reasons: readonly ItemReason[];
}

/**
 * Reads the figures for an author (thresholds of Ebel and Frisbie, Essentials of Educational Measurement, 1991: below 0 a question works
 * against the rest, below 0.2 it tells little). Null where too few people were asked. A question that nearly everybody gets right is not
 * poor by that: training wants to be understood.
 */
export function itemVerdict({ facility, discrimination }: ItemStatistics, gap: LanguageGap | null): ItemVerdict | null {
  if (facility === null) return null;
  const reasons: ItemReason[] = [];
  const tells = facility < 0.95;
  if (discrimination !== null && discrimination < 0) reasons.push('key-doubtful');
  else if (discrimination !== null && discrimination < 0.2 && tells) reasons.push('weak');
  if (!tells) reasons.push('too-easy');
  if (facility < 0.25) reasons.push('too-hard');
  if (gap?.large) reasons.push('harder-in-one-language');
  const poor = reasons.includes('key-doubtful') || reasons.includes('harder-in-one-language');
  return { flag: poor ? 'poor' : reasons.length > 0 ? 'check' : 'good', reasons };
}
