export { dictionaries as questionDictionaries } from './i18n/dictionaries';
export { type EvidencePlace, QuestionEditor } from './question-editor';
export { type QuestionModel, toQuestionModel } from './question-model';
export { QuizStudioClient } from './quiz-studio-client';
