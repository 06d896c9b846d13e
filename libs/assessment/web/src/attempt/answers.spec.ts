import { latest, press } from './answers';

describe('latest', () => {
  it('holds the highest count of each question, whoever knows it', () => {
    const held = latest(
      [{ question: 'q', answer: ['a'], seq: 3 }],
      [{ question: 'q', answer: ['b'], seq: 2 }],
      [{ question: 'r', answer: [], seq: 0 }],
    );
    expect(held.get('q')?.answer).toEqual(['a']);
    expect(held.get('r')?.answer).toEqual([]);
  });

  it('takes the later source where the counts are equal: this page knows best what was pressed here', () =>
    expect(
      latest([{ question: 'q', answer: ['a'], seq: 1 }], [{ question: 'q', answer: ['b'], seq: 1 }]).get('q')?.answer,
    ).toEqual(['b']));
});

describe('press', () => {
  it('replaces a single choice', () => expect(press(false, ['a'], 'b')).toEqual(['b']));
  it('puts in and takes out of a multiple one', () => {
    expect(press(true, ['a'], 'b')).toEqual(['a', 'b']);
    expect(press(true, ['a', 'b'], 'a')).toEqual(['b']);
  });
});
