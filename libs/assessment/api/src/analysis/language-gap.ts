import { LEAST_PEOPLE, type Sitting } from './item-analysis';

/**
 * Whether a question is harder in one language for people who know the same, by the method of Mantel and Haenszel as Holland and Thayer
 * (1988) use it: people are compared only with those of the same total. The focal language is the translation.
 */
export interface LanguageGap {
  /** The odds of being right in the reference language over those in the focal one; 1: no difference. */
  readonly oddsRatio: number;
  /** The same on the scale of ETS, −2.35 ln(oddsRatio): below 0 it is harder in the focal language. */
  readonly delta: number;
  /** Mantel and Haenszel's χ² with continuity correction, one degree of freedom. */
  readonly chiSquared: number;
  /**
   * The standardised difference of the shares who are right, focal minus reference (Dorans and Kulick 1986), −1 to 1: −0.12 reads
   * “12 in a hundred fewer are right in Spanish, of people with the same total”.
   */
  readonly difference: number;
  /** The standard error of ln(oddsRatio) (Robins, Breslow and Greenland 1986; Phillips and Holland 1987). */
  readonly error: number;
  /**
   * The category of ETS (Zwick 2012): A where the difference is below 1 delta unit or may be chance, C where it is at least 1.5 and
   * significantly above 1, B for what is between.
   */
  readonly level: 'A' | 'B' | 'C';
}

/** One stratum: how many of each group were right and wrong, of people with the same total. */
export interface Stratum {
  readonly reference: { readonly right: number; readonly wrong: number };
  readonly focal: { readonly right: number; readonly wrong: number };
}

/** What ETS calls moderate and large, in delta units. */
const MODERATE = 1;
const LARGE = 1.5;
/** The 95th percentile of χ² with one degree of freedom. */
const LIKELY_CHANCE = 3.841;
/** The 95th percentile of the normal distribution. */
const ONE_SIDED = 1.645;

/**
 * The gap of `question` between two languages; null where nothing can be compared, or where in a language fewer than ten people were right,
 * or fewer than ten were not.
 */
export function languageGap(
  all: readonly Sitting[],
  question: string,
  reference: string,
  focal: string,
): LanguageGap | null {
  const asked = all.filter(({ credits }) => credits.has(question));
  const isTold = [reference, focal].every((language) => {
    const people = asked.filter(({ languages }) => languages.get(question) === language);
    const right = people.filter(({ credits }) => credits.get(question) === 1).length;
    return Math.min(right, people.length - right) >= LEAST_PEOPLE;
  });
  return isTold ? mantelHaenszel(strataOf(asked, question, reference, focal)) : null;
}

/** @returns null where no stratum holds people of both groups, or none of them differ in being right. */
export function mantelHaenszel(strata: readonly Stratum[]): LanguageGap | null {
  let [upper, lower, observed, expected, variance, shift, focalPeople] = [0, 0, 0, 0, 0, 0, 0];
  let [agreeing, mixed, opposing] = [0, 0, 0];
  for (const { reference: r, focal: f } of strata) {
    const [inReference, inFocal] = [r.right + r.wrong, f.right + f.wrong];
    const [right, wrong, total] = [r.right + f.right, r.wrong + f.wrong, inReference + inFocal];
    if (inReference === 0 || inFocal === 0) continue;
    const [forReference, forFocal] = [(r.right * f.wrong) / total, (r.wrong * f.right) / total];
    const [same, other] = [(r.right + f.wrong) / total, (r.wrong + f.right) / total];
    upper += forReference;
    lower += forFocal;
    agreeing += same * forReference;
    mixed += same * forFocal + other * forReference;
    opposing += other * forFocal;
    observed += r.right;
    expected += (inReference * right) / total;
    variance += (inReference * inFocal * right * wrong) / (total ** 2 * (total - 1));
    shift += inFocal * (f.right / inFocal - r.right / inReference);
    focalPeople += inFocal;
  }
  if (variance === 0 || upper === 0 || lower === 0) return null;
  const oddsRatio = upper / lower;
  const delta = -2.35 * Math.log(oddsRatio);
  const chiSquared = Math.max(0, Math.abs(observed - expected) - 0.5) ** 2 / variance;
  const error = Math.sqrt(agreeing / (2 * upper ** 2) + mixed / (2 * upper * lower) + opposing / (2 * lower ** 2));
  return {
    ...{ oddsRatio, delta, chiSquared, error, difference: shift / focalPeople },
    level: levelOf(Math.abs(delta), 2.35 * error, chiSquared),
  };
}

function levelOf(delta: number, error: number, chiSquared: number): LanguageGap['level'] {
  if (delta < MODERATE || chiSquared <= LIKELY_CHANCE) return 'A';
  return delta >= LARGE && delta - ONE_SIDED * error > MODERATE ? 'C' : 'B';
}

/** People grouped by their total in tenths of what they were asked, so that drawn quizzes of unequal length can be compared. */
function strataOf(asked: readonly Sitting[], question: string, reference: string, focal: string): Stratum[] {
  const strata = new Map<number, { reference: Tally; focal: Tally }>();
  for (const { languages, credits } of asked) {
    const locale = languages.get(question);
    if (locale !== reference && locale !== focal) continue;
    const values = [...credits.values()];
    const total = Math.round((10 * values.reduce((sum, credit) => sum + credit, 0)) / values.length);
    const stratum = strata.get(total) ?? { reference: new Tally(), focal: new Tally() };
    strata.set(total, stratum);
    (locale === reference ? stratum.reference : stratum.focal).count(credits.get(question) === 1);
  }
  return [...strata.values()];
}

class Tally {
  right = 0;
  wrong = 0;

  /** Partly right is not right: the method knows two outcomes. */
  count(right: boolean): void {
    if (right) this.right++;
    else this.wrong++;
  }
}
