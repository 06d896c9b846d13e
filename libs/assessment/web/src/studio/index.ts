export { dictionaries as questionDictionaries } from './i18n/dictionaries';
export { type EvidencePlace, QuestionEditor } from './question-editor';
export { type QuestionModel, toQuestionModel } from './question-model';
export { QuizStudioClient } from './quiz-studio-client';
export { ExtraTimeForm } from './extra-time-form';
export { QuizRulesForm } from './quiz-rules-form';
export { type RulesModel, toRulesModel } from './rules-model';
