import { type QuestionContent } from './types/schemas';
import { textsOf } from './types/texts-of';

/** What a question can lack: where its answer stands, or words in Spanish. A key it always has, or it could not be saved. */
export type Lack = 'evidence' | 'spanish';

/** What `content` lacks. Only evidence keeps it from being ready: without Spanish it is asked in English. */
export const lacksOf = (content: QuestionContent): Lack[] => [
  ...(content.evidence === null ? (['evidence'] as const) : []),
  ...(textsOf(content).some(({ text }) => !text.es) ? (['spanish'] as const) : []),
];

export const isReady = (content: QuestionContent): boolean => !lacksOf(content).includes('evidence');
