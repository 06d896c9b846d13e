import { compare, type Fraction, type RegradePreview } from '@haven/assessment/contract';
import { LEAST_PEOPLE } from '../analysis/item-analysis';

/** How an attempt went. */
export interface Outcome {
  readonly credit: Fraction;
  readonly passed: boolean;
}

/** An attempt as it stands, and as a corrected key would leave it: where credit stays (`kept`), and where it may fall (`lowered`). */
export interface Look {
  readonly person: string;
  /** Whether it was asked an earlier version of the question. */
  readonly asked: boolean;
  readonly now: Outcome;
  readonly kept: Outcome;
  readonly lowered: Outcome;
}

/** What a corrected key changes, over all attempts at a quiz. A person has passed who passed in any of them. */
export function effectOf(looks: readonly Look[]): Pick<RegradePreview, 'few' | 'counts'> {
  const asked = looks.filter((look) => look.asked);
  const people = new Set(asked.map(({ person }) => person)).size;
  if (people > 0 && people < LEAST_PEOPLE) return { few: true, counts: null };
  const passing = (outcome: (look: Look) => Outcome) =>
    new Set(looks.flatMap((look) => (outcome(look).passed ? [look.person] : [])));
  const [now, kept, lowered] = [passing((l) => l.now), passing((l) => l.kept), passing((l) => l.lowered)];
  const counts = {
    attempts: asked.length,
    up: asked.filter((look) => compare(look.kept.credit, look.now.credit) > 0).length,
    down: asked.filter((look) => compare(look.lowered.credit, look.now.credit) < 0).length,
    pass: [...kept].filter((person) => !now.has(person)).length,
    fail: [...now].filter((person) => !lowered.has(person)).length,
  };
  return { few: false, counts };
}
