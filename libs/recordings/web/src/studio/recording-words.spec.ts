import { reasonCodes, recordingStates, stepNames, stepStatuses } from '@haven/recordings/contract';
import en from './i18n/en';
import es from './i18n/es';

describe.each([
  ['English', en.recordings.studio],
  ['Spanish', es.recordings.studio],
])('the words of processing in %s', (_language, words) => {
  it('say why, for every reason there is, and for no other', () => {
    expect(Object.keys(words.reason).sort()).toEqual([...reasonCodes].sort());
  });

  it('name every step, its state, and the state of the whole', () => {
    expect(Object.keys(words.steps.name).sort()).toEqual([...stepNames].sort());
    expect(Object.keys(words.steps.status).sort()).toEqual([...stepStatuses].sort());
    expect(Object.keys(words.state).sort()).toEqual([...recordingStates].sort());
  });

  it('fill in the facts that the contract names', () => {
    expect(words.reason.truncated).toMatch(/\{\{declared}}.*\{\{found}}/);
    expect(words.reason['cannot-play']).toContain('{{codec}}');
    expect(words.reason['transcriber-failed']).toContain('{{said}}');
  });
});
