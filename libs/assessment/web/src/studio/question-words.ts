import { type ContractIssue } from '@haven/identity/web/editing';
import { type I18n } from '@haven/shared/web';
import { type QuestionModel } from './question-model';

/** What to do about one thing that the contract has against a question. */
export function issueWords(i18n: I18n, issue: ContractIssue, kind: QuestionModel['kind']): string {
  const [part, index] = issue.path.split('.');
  const say = (key: string, params = {}) => i18n.t(`editing.question.errors.${key}`, params);
  if (part === 'evidence') return say('evidence');
  if (part === 'options' && index === undefined) {
    if (issue.kind === 'custom') return say(kind === 'single' ? 'oneRight' : 'someRight');
    return say(issue.kind === 'too_big' ? 'twelve' : 'two');
  }
  if (issue.kind === 'too_big') return say('long', { most: i18n.number(2000) });
  if (part === 'options') return say('option', { n: Number(index) + 1 });
  return say(part === 'explanation' ? 'explanation' : 'prompt');
}
