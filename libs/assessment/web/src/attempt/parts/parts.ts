import { type Type } from '@angular/core';
import { type QuestionKind } from '@haven/assessment/contract';

const choice = () => import('./choice-part').then((file) => file.ChoicePart);
const text = () => import('./text-part').then((file) => file.TextPart);

/** The component to answer each type, loaded when a quiz first asks one. A type that is missing does not compile. */
export const answerParts: Record<QuestionKind, () => Promise<Type<unknown>>> = {
  single: choice,
  multiple: choice,
  'true-false': choice,
  ordering: () => import('./ordering-part').then((file) => file.OrderingPart),
  matching: () => import('./matching-part').then((file) => file.MatchingPart),
  numeric: () => import('./numeric-part').then((file) => file.NumericPart),
  'short-text': text,
  blanks: () => import('./blanks-part').then((file) => file.BlanksPart),
  hotspot: () => import('./hotspot-part').then((file) => file.HotspotPart),
  reflection: text,
};
