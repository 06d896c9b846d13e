/**
 * What somebody answered, in one of two shapes that every type fits: ids (chosen, or put in order), or texts by the name of their field
 * (typed, or chosen from a list). An answer may be half given: it is saved as it is made.
 */
export type Answer = readonly string[] | Readonly<Record<string, string>>;

/** The ids of an answer; none where it holds texts. */
export const picks = (answer: Answer): readonly string[] => (isPicks(answer) ? answer : []);

/** The texts of an answer by field; none where it holds ids. */
export const entries = (answer: Answer): Readonly<Record<string, string>> => (isPicks(answer) ? {} : answer);

/** Whether nothing is answered: nothing chosen, and nothing but spaces written. */
export const isBlank = (answer: Answer): boolean =>
  isPicks(answer) ? answer.length === 0 : Object.values(answer).every((text) => text.trim() === '');

export const isPicks = (answer: Answer): answer is readonly string[] => Array.isArray(answer);

/** Whether an answer is a list of different ids, all of them among `known`. */
export const picksOf = (answer: Answer, known: readonly { readonly id: string }[]): boolean =>
  isPicks(answer) &&
  new Set(answer).size === answer.length &&
  answer.every((id) => known.some((option) => option.id === id));
