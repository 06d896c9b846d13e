/**
 * Section 6 of the Law School Admission Test, 1,000 people and five questions: how many gave each pattern of right (1) and wrong (0) answers
 * (R. D. Bock and M. Lieberman, “Fitting a response model for n dichotomously scored items”, Psychometrika 35, 1970, table 1).
 */
const patterns: Readonly<Record<string, number>> = {
  '00000': 3,
  '00001': 6,
  '00010': 2,
  '00011': 11,
  '00100': 1,
  '00101': 1,
  '00110': 3,
  '00111': 4,
  '01000': 1,
  '01001': 8,
  '01011': 16,
  '01101': 3,
  '01110': 2,
  '01111': 15,
  '10000': 10,
  '10001': 29,
  '10010': 14,
  '10011': 81,
  '10100': 3,
  '10101': 28,
  '10110': 15,
  '10111': 80,
  '11000': 16,
  '11001': 56,
  '11010': 21,
  '11011': 173,
  '11100': 11,
  '11101': 61,
  '11110': 28,
  '11111': 298,
};

/** A row of five credits for each of the 1,000 people. */
export const lsat = (): number[][] =>
  Object.entries(patterns).flatMap(([pattern, people]) =>
    Array.from({ length: people }, () => [...pattern].map(Number)),
  );

/**
 * What is published for it: the shares who are right, and the point-biserial correlation with the total without the question itself
 * (D. Rizopoulos, “ltm: An R package for latent variable modelling and item response analysis”, Journal of Statistical Software 17(5), 2006,
 * the output of `descript(LSAT)`), to three digits.
 */
export const lsatReference = [
  { facility: 0.924, discrimination: 0.113 },
  { facility: 0.709, discrimination: 0.153 },
  { facility: 0.553, discrimination: 0.173 },
  { facility: 0.763, discrimination: 0.144 },
  { facility: 0.87, discrimination: 0.122 },
] as const;
