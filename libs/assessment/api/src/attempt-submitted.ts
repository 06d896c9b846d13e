import { topic } from '@haven/shared/api';

/** Someone handed in an attempt and it was graded, or one that was handed in was graded anew. */
export const attemptSubmitted = topic<{ person: string; quiz: string }>('assessment.attempt-submitted');
