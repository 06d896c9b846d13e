import { type Answer as Given } from '@haven/assessment/contract/plain';

/** What is answered to a question, and the count of answers that it was: the highest is the one that holds. */
export interface Answer {
  question: string;
  answer: Given;
  seq: number;
}

/** The answer that holds for each question, of all that are known from the server, the outbox and this page. */
export function latest(...sources: (readonly Answer[])[]): Map<string, Answer> {
  const held = new Map<string, Answer>();
  for (const answer of sources.flat()) {
    const before = held.get(answer.question);
    if (!before || answer.seq >= before.seq) held.set(answer.question, answer);
  }
  return held;
}

/** The options chosen after pressing `option`: in or out where several may be chosen, else the only one. */
export function press(several: boolean, chosen: readonly string[], option: string): string[] {
  if (!several) return [option];
  return chosen.includes(option) ? chosen.filter((id) => id !== option) : [...chosen, option];
}
