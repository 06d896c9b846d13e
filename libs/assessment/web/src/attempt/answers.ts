/** What is chosen for a question, and the count of choices that it was: the highest is the one that holds. */
export interface Answer {
  question: string;
  options: readonly string[];
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

/** The options chosen after pressing `option`: the only one of a single choice, in or out of a multiple one. */
export function press(kind: 'single' | 'multiple', chosen: readonly string[], option: string): string[] {
  if (kind === 'single') return [option];
  return chosen.includes(option) ? chosen.filter((id) => id !== option) : [...chosen, option];
}
