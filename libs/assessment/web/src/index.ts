import { type Dictionaries } from '@haven/shared/web';

export { AttemptClient } from './attempt/attempt-client';
export { AttemptRun, type Submission } from './attempt/attempt-run';
export { QuestionForm } from './attempt/question-form';

/** The words of taking a quiz. */
export const assessmentWords: Dictionaries = { en: () => import('./i18n/en'), es: () => import('./i18n/es') };
