import { CourseContent } from './content';
import { settingsFindings } from './settings-findings';

const now = new Date('2026-11-27T12:00:00Z');
const needs = new Map([
  ['other', []],
  ['first', ['second']],
  ['second', ['mine']],
]);
const group = { id: 'b3a8b5a6-0d0c-4c53-9f0e-0d2f5d5cf001', name: 'Group' };
const gone = { ...group, id: 'b3a8b5a6-0d0c-4c53-9f0e-0d2f5d5cf002' };
const found = (more: object) => {
  const content = CourseContent.parse({
    ...{ topic: 'cities', title: { en: 'Mine' }, summary: { en: '' }, languages: ['en'], modules: [] },
    ...{ outcomes: { en: [] }, reviewedOn: '2026-11-01', ...more },
  });
  return settingsFindings(content, { slug: 'mine', now, needs, groups: new Set([group.id]) }).map(
    ({ level, code, title }) => [level, code, title.en],
  );
};
const [march, april] = ['2027-03-01T08:00:00Z', '2027-04-01T08:00:00Z'];

describe('what the settings of a course are found to be', () => {
  it.each<[string, object, string[][]]>([
    ['nothing where nothing is set', {}, []],
    ['dates in their order', { opens: march, closes: april }, []],
    ['an end before the beginning', { opens: april, closes: march }, [['blocking', 'closes-before-it-opens', 'Mine']]],
    ['an end at the beginning', { opens: march, closes: march }, [['blocking', 'closes-before-it-opens', 'Mine']]],
    ['a course that is there', { prerequisites: ['other'] }, []],
    ['a course that is not', { prerequisites: ['gone'] }, [['blocking', 'needs-unpublished', 'gone']]],
    ['itself', { prerequisites: ['mine'] }, [['blocking', 'needs-itself', 'Mine']]],
    ['itself, by way of others', { prerequisites: ['other', 'first'] }, [['blocking', 'needs-itself', 'Mine']]],
    ['a group that is there', { visibility: 'groups', groups: [gone, group] }, []],
    ['none that is', { visibility: 'groups', groups: [gone] }, [['blocking', 'no-groups', 'Mine']]],
    ['none at all', { visibility: 'groups' }, [['blocking', 'no-groups', 'Mine']]],
    ['a review of a year ago', { reviewedOn: '2025-11-27' }, []],
    ['one of longer ago', { reviewedOn: '2025-11-26' }, [['warning', 'old-review', 'Mine']]],
    ['one of a leap day, on the day after', { reviewedOn: '2024-02-29' }, [['warning', 'old-review', 'Mine']]],
  ])('%s', (_, more, expected) => expect(found(more)).toEqual(expected));
});
