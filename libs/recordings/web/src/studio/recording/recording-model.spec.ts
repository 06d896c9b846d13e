import { blankRecording, isSendable, toEditRecording, toRecordingModel } from './recording-model';

const written = {
  title: { en: 'Talk', es: 'Charla' },
  description: { en: '' },
  language: 'en' as const,
  recordedOn: '2026-05-03',
  speakers: ['Ana'],
  chapters: [{ at: 0, title: { en: 'Begin' } }],
};

it('gives back what it was given', () => {
  expect(toEditRecording(toRecordingModel(written))).toEqual(written);
});

it('takes an empty Spanish text for none, and an empty line for nobody', () => {
  const model = { ...toRecordingModel(written), title: { en: ' Talk ', es: ' ' }, speakers: ['', ' Ana ', ' '] };
  expect(toEditRecording(model)).toMatchObject({ title: { en: 'Talk', es: undefined }, speakers: ['Ana'] });
});

it('is sent only with a title and a day', () => {
  const model = toRecordingModel(written);
  expect(isSendable(model)).toBe(true);
  expect(isSendable({ ...model, title: { en: ' ', es: 'Charla' } })).toBe(false);
  expect(isSendable({ ...model, recordedOn: '' })).toBe(false);
  expect(isSendable(blankRecording)).toBe(false);
});
