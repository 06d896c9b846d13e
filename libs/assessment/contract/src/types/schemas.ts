import { SingleContent, SingleFace } from './single/schema';
import { MultipleContent, MultipleFace } from './multiple/schema';
import { TrueFalseContent, TrueFalseFace } from './true-false/schema';
import { OrderingContent, OrderingFace } from './ordering/schema';
import { MatchingContent, MatchingFace } from './matching/schema';
import { NumericContent, NumericFace } from './numeric/schema';
import { ShortTextContent, ShortTextFace } from './short-text/schema';
import { BlanksContent, BlanksFace } from './blanks/schema';
import { HotspotContent, HotspotFace } from './hotspot/schema';
import { ReflectionContent, ReflectionFace } from './reflection/schema';
import * as z from 'zod';

/** A question as its author knows it, with the key. It never travels to a learner: see `QuestionFace`. */
export const QuestionContent = z.discriminatedUnion('kind', [
  SingleContent,
  MultipleContent,
  TrueFalseContent,
  OrderingContent,
  MatchingContent,
  NumericContent,
  ShortTextContent,
  BlanksContent,
  HotspotContent,
  ReflectionContent,
]);
export type QuestionContent = z.infer<typeof QuestionContent>;
export type QuestionKind = QuestionContent['kind'];

/** A question as a learner may see it: no key, no explanation, no count of right options. */
export const QuestionFace = z.discriminatedUnion('kind', [
  SingleFace,
  MultipleFace,
  TrueFalseFace,
  OrderingFace,
  MatchingFace,
  NumericFace,
  ShortTextFace,
  BlanksFace,
  HotspotFace,
  ReflectionFace,
]);
export type QuestionFace = z.infer<typeof QuestionFace>;
