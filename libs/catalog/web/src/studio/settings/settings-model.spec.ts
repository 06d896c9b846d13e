import { type SettingsNow } from '@haven/catalog/contract';
import fc from 'fast-check';
import { faultsOf, toSettings, toSettingsModel } from './settings-model';

const usual: SettingsNow = {
  ...{ outcomes: { en: ['See'] }, reviewedOn: '2026-03-01', certificate: false, order: 'free', prerequisites: [] },
  ...{ opens: null, closes: null, visibility: 'public', groups: [], cover: null },
};
const cover = { picture: 'a'.repeat(64), width: 100, height: 50, alt: { en: 'A harbour', es: 'Un puerto' } };
const model = toSettingsModel(usual);
const instant = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

describe('the settings of a course in a form', () => {
  it('are sent as they came where nothing was changed, to the millisecond', () =>
    fc.assert(
      fc.property(fc.option(instant), fc.option(instant), fc.option(fc.constant(cover)), (opens, closes, picture) => {
        const came = { ...usual, opens, closes, cover: picture };
        expect(toSettings(toSettingsModel(came), came)).toEqual(came);
      }),
    ));

  it('have an outcome in each line that is not empty', () => {
    const sent = toSettings({ ...model, outcomes: { en: ' See \n\n Say\n', es: ' \n' } }, usual);
    expect(sent?.outcomes).toEqual({ en: ['See', 'Say'] });
  });

  it.each<[string, Partial<typeof model>, string[]]>([
    ['nothing', {}, []],
    ['a day without a time', { opens: { date: '2027-03-01', time: '' } }, ['opens']],
    ['a time without a day', { closes: { date: '', time: '09:00' } }, ['closes']],
    [
      'an end before the beginning',
      { opens: { date: '2027-03-02', time: '09:00' }, closes: { date: '2027-03-01', time: '09:00' } },
      ['order'],
    ],
    ['groups without a group', { visibility: 'groups' }, ['groups']],
    ['no day of review', { reviewedOn: '' }, ['reviewedOn']],
    ['too many outcomes', { outcomes: { en: 'See\n'.repeat(13), es: '' } }, ['outcomes.en']],
    ['a cover that nobody describes', { cover, alt: { en: ' ', es: '' } }, ['alt.en']],
  ])('find fault with %s', (_, more, faults) => {
    expect([...faultsOf({ ...model, ...more }, usual)]).toEqual(faults);
  });
});
