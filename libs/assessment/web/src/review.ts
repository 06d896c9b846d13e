/** What shows answers in words: for the pages before and after handing in, which alone need the rules of every type. */
export { AnswerList } from './attempt/answer-list';
export { GivenCredits } from './attempt/given-credits';
export { type EvidenceLink, markOf, ResultItem } from './attempt/result-item';
export { ResultList } from './attempt/result-list';
