import { type QuestionKind } from '@haven/assessment/contract';
import { type ContractIssue } from '@haven/identity/web/editing';
import { type I18n } from '@haven/shared/web';

/** Parts of which a question has several. */
const LISTS = new Set(['options', 'items', 'rows', 'targets', 'units', 'accepted', 'blanks', 'regions']);

/** What to do about one thing that the contract has against a question. */
export function issueWords(i18n: I18n, issue: ContractIssue, kind: QuestionKind): string {
  const say = (key: string, params = {}) => i18n.t(`editing.question.errors.${key}`, params);
  const path = issue.path.split('.');
  const inBlank = path[0] === 'blanks' && path.length > 2;
  const [part = '', index] = inBlank ? path.slice(2) : path;
  if (['prompt', 'explanation', 'evidence', 'picture', 'value', 'tolerance'].includes(part))
    return issue.kind === 'too_big' && part !== 'tolerance' && part !== 'value' ? long(i18n) : say(part);
  if (LISTS.has(part) && index === undefined) return listWords(say, issue, part, inBlank ? 'single' : kind);
  if (path.at(-1) === 'target') return say('target', { n: Number(index) + 1 });
  if (part === 'text' && issue.kind === 'custom') return say('blanksText');
  if (path.includes('x') || path.includes('y') || path.includes('width') || path.includes('height')) return say('area');
  if (path.includes('factor')) return say('factor');
  return issue.kind === 'too_big' ? long(i18n) : say(part === 'options' ? 'option' : 'text', { n: Number(index) + 1 });
}

const long = (i18n: I18n) => i18n.t('editing.question.errors.long', { most: i18n.number(2000) });

function listWords(
  say: (key: string) => string,
  { kind: fault }: ContractIssue,
  part: string,
  kind: QuestionKind,
): string {
  if (fault === 'too_big') return say('many');
  if (fault === 'custom' && (part === 'options' || part === 'regions'))
    return say(kind === 'multiple' ? 'someRight' : 'oneRight');
  return say(part === 'options' ? 'two' : 'few');
}
