import { type QuestionAnalysis } from '@haven/assessment/contract';
import { type ItemStatistics, LEAST_PEOPLE } from './item-analysis';
import { itemVerdict } from './item-verdict';
import { type LanguageGap } from './language-gap';

type Figures = Pick<QuestionAnalysis, 'people' | 'facility' | 'discrimination' | 'seconds' | 'languages' | 'verdict'>;

const stepped = (value: number, step: number) => Math.round(value / step) * step + 0;
const below = (value: number, step: number) => Math.floor(value / step) * step;

/** How many people there are, in whole tens; null below ten. */
export const publishedPeople = (people: number): number | null =>
  people < LEAST_PEOPLE ? null : below(people, LEAST_PEOPLE);

/** How many chose something, in whole fives; null below ten. */
export const publishedCount = (people: number): number | null => (people < LEAST_PEOPLE ? null : below(people, 5));

/** The figures of a question as an author may see them: coarse, and silent about fewer than ten people on either side. */
export function published(item: ItemStatistics, gap: LanguageGap | null): Figures {
  const people = publishedPeople(item.sittings);
  const facility = facilityOf(item, people);
  const isSplit = Math.min(item.full, item.sittings - item.full) >= LEAST_PEOPLE || !isRightOrWrong(item);
  const discrimination =
    item.discrimination === null || !isSplit ? null : Number(stepped(item.discrimination, 0.1).toFixed(1));
  const languages = gap && { level: gap.level, percent: stepped(gap.difference * 100, 5) };
  const told = { facility: facility && facility.percent / 100, discrimination };
  const verdict = itemVerdict(told, languages);
  return {
    ...{ people, facility, discrimination, languages },
    seconds: item.seconds === null ? null : stepped(item.seconds, 5),
    verdict: verdict && { flag: verdict.flag, reasons: [...verdict.reasons] },
  };
}

/** Whether everybody earned everything or nothing. */
const isRightOrWrong = ({ full, none, sittings }: ItemStatistics) => full + none === sittings;

function facilityOf(item: ItemStatistics, people: number | null): Figures['facility'] {
  if (people === null || item.facility === null) return null;
  const [few, fewOthers] = [item.full < LEAST_PEOPLE, item.sittings - item.full < LEAST_PEOPLE];
  if (!isRightOrWrong(item) || (!few && !fewOthers)) return { kind: 'about', percent: stepped(item.facility * 100, 5) };
  if (few && fewOthers) return null;
  // What is told follows from the number of people alone: up to nine may be on the other side.
  const most = (100 * (LEAST_PEOPLE - 1)) / people;
  return few
    ? { kind: 'at-most', percent: Math.min(100, 5 * Math.ceil(most / 5)) }
    : { kind: 'at-least', percent: Math.max(0, below(100 - most, 5)) };
}
