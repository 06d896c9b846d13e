import { type Type } from '@angular/core';
import { type QuestionKind } from '@haven/assessment/contract';
import { type BodyOf, freeId, nothing, unsorted } from '../question-model';

interface EditType<K extends QuestionKind> {
  part(): Promise<Type<unknown>>;
  /** What the type has when it is begun. */
  empty(): BodyOf<K>;
}

/** Parts with names and empty texts. */
function fresh(count: number, taken: readonly { id: string }[] = []) {
  const parts: { id: string; text: ReturnType<typeof nothing> }[] = [];
  while (parts.length < count) parts.push({ id: freeId([...taken, ...parts]), text: nothing() });
  return parts;
}
const options = () => fresh(4).map((option) => ({ ...option, correct: false }));
const choice = () => import('./choice-edit').then((file) => file.ChoiceEdit);

/** The component to edit each type, loaded when one is first edited. A type that is missing does not compile. */
export const editTypes: { [K in QuestionKind]: EditType<K> } = {
  single: { part: choice, empty: () => ({ options: options() }) },
  multiple: { part: choice, empty: () => ({ options: options() }) },
  'true-false': {
    part: () => import('./true-false-edit').then((file) => file.TrueFalseEdit),
    empty: () => ({ truth: true }),
  },
  ordering: {
    part: () => import('./ordering-edit').then((file) => file.OrderingEdit),
    empty: () => ({ items: unsorted(fresh(3)) }),
  },
  matching: {
    part: () => import('./matching-edit').then((file) => file.MatchingEdit),
    empty: () => {
      const targets = fresh(3);
      return { targets, rows: fresh(3, targets).map((row) => ({ ...row, target: '' })) };
    },
  },
  numeric: {
    part: () => import('./numeric-edit').then((file) => file.NumericEdit),
    empty: () => ({ value: 0, tolerance: 0, units: [] }),
  },
  'short-text': {
    part: () => import('./short-text-edit').then((file) => file.ShortTextEdit),
    empty: () => ({ accepted: [nothing()], matchCase: false, matchAccents: false }),
  },
  blanks: {
    part: () => import('./blanks-edit').then((file) => file.BlanksEdit),
    empty: () => ({ text: nothing(), blanks: [] }),
  },
  hotspot: {
    part: () => import('./hotspot-edit').then((file) => file.HotspotEdit),
    empty: () => ({ picture: '', alt: nothing(), regions: [] }),
  },
  reflection: { part: () => import('./nothing-edit').then((file) => file.NothingEdit), empty: () => ({}) },
};
export const kinds = Object.keys(editTypes) as QuestionKind[];
