import { type Stratum } from '../language-gap';

/**
 * Applications to the six largest departments of Berkeley in 1973 (P. J. Bickel, E. A. Hammel and J. W. O'Connell, “Sex bias in graduate
 * admissions”, Science 187, 1975): the textbook case of two groups that differ as a whole and hardly within each stratum.
 */
export const berkeley: readonly Stratum[] = [
  { reference: { right: 512, wrong: 313 }, focal: { right: 89, wrong: 19 } },
  { reference: { right: 353, wrong: 207 }, focal: { right: 17, wrong: 8 } },
  { reference: { right: 120, wrong: 205 }, focal: { right: 202, wrong: 391 } },
  { reference: { right: 138, wrong: 279 }, focal: { right: 131, wrong: 244 } },
  { reference: { right: 53, wrong: 138 }, focal: { right: 94, wrong: 299 } },
  { reference: { right: 22, wrong: 351 }, focal: { right: 24, wrong: 317 } },
];

/** What R's `mantelhaen.test(UCBAdmissions)` answers; the interval is the one that holds the odds ratio in 95 of 100 cases. */
export const berkeleyReference = {
  oddsRatio: 0.9046968,
  chiSquared: 1.4269,
  interval: [0.7719074, 1.0603298],
} as const;
