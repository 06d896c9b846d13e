/** One person's first handed-in attempt, as item analysis sees it: no name, no id. */
export interface Sitting {
  /** The credit 0 to 1 for each question that this person was asked, by question. */
  readonly credits: ReadonlyMap<string, number>;
  /** The options chosen of each question. */
  readonly chosen: ReadonlyMap<string, readonly string[]>;
  /** The language in which each question was answered, where that is known. */
  readonly languages: ReadonlyMap<string, string>;
  /** Seconds from the question before to the last answer of this one, where they are known. */
  readonly seconds: ReadonlyMap<string, number>;
}

/** How one question did. Null where too few people were asked, or where it cannot be told. */
export interface ItemStatistics {
  readonly sittings: number;
  /** How many earned everything, and how many nothing. */
  readonly full: number;
  readonly none: number;
  /** The mean credit, 0 to 1: how easy the question is. */
  readonly facility: number | null;
  /**
   * The correlation of this question's credit with the credit of all others together, −1 to 1. Without itself, as with few questions a
   * question agrees with a total that it is a part of (the “corrected item–total correlation”; Henrysson 1963).
   */
  readonly discrimination: number | null;
  /** How many chose each option; empty where too few people were asked. */
  readonly options: ReadonlyMap<string, number>;
  /** The median of the seconds that people took. */
  readonly seconds: number | null;
}

/** Fewer people than this are not shown: what they did could be told apart. */
export const LEAST_PEOPLE = 10;

const UNTOLD = { facility: null, discrimination: null, options: new Map<string, number>(), seconds: null };

/** The statistics of `question` over all sittings in which it was asked (classical test theory). */
export function itemStatistics(all: readonly Sitting[], question: string): ItemStatistics {
  const asked = all.filter(({ credits }) => credits.has(question));
  if (asked.length < LEAST_PEOPLE) return { ...{ sittings: asked.length, full: 0, none: 0 }, ...UNTOLD };
  const own = asked.map(({ credits }) => credits.get(question) ?? 0);
  const rest = asked.map((sitting, at) => meanOfOthers(sitting, own[at] ?? 0));
  return {
    sittings: asked.length,
    full: own.filter((credit) => credit === 1).length,
    none: own.filter((credit) => credit === 0).length,
    facility: mean(own),
    discrimination: correlation(own, rest),
    options: countOptions(asked, question),
    seconds: median(asked.flatMap(({ seconds }) => seconds.get(question) ?? [])),
  };
}

/** A mean, not a sum: people whose quiz was drawn from a bank were asked different questions, and sometimes fewer. */
function meanOfOthers({ credits }: Sitting, own: number): number {
  const others = credits.size - 1;
  return others === 0 ? 0 : (sum([...credits.values()]) - own) / others;
}

function countOptions(asked: readonly Sitting[], question: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { chosen } of asked)
    for (const option of new Set(chosen.get(question) ?? [])) counts.set(option, (counts.get(option) ?? 0) + 1);
  return counts;
}

/** Pearson's correlation; null where one side does not vary. */
export function correlation(a: readonly number[], b: readonly number[]): number | null {
  const [meanA, meanB] = [mean(a), mean(b)];
  const spreadA = sum(a.map((value) => (value - meanA) ** 2));
  const spreadB = sum(b.map((value) => (value - meanB) ** 2));
  // What is left of equal values by floating point is no spread.
  if (spreadA < 1e-12 || spreadB < 1e-12) return null;
  return sum(a.map((value, at) => (value - meanA) * ((b[at] ?? 0) - meanB))) / Math.sqrt(spreadA * spreadB);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;

function median(values: readonly number[]): number | null {
  if (values.length < LEAST_PEOPLE) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
