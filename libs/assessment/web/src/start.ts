/** What a quiz says of itself and of the reader before it is started. */
export { QuizIntro } from './attempt/quiz-intro';
export { QuizPlace } from './attempt/quiz-place';
export { TimeCodeEntry } from './attempt/time-code';
