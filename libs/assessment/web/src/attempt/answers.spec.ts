import { latest, press } from './answers';

describe('latest', () => {
  it('holds the highest count of each question, whoever knows it', () => {
    const held = latest(
      [{ question: 'q', options: ['a'], seq: 3 }],
      [{ question: 'q', options: ['b'], seq: 2 }],
      [{ question: 'r', options: [], seq: 0 }],
    );
    expect(held.get('q')?.options).toEqual(['a']);
    expect(held.get('r')?.options).toEqual([]);
  });

  it('takes the later source where the counts are equal: this page knows best what was pressed here', () =>
    expect(
      latest([{ question: 'q', options: ['a'], seq: 1 }], [{ question: 'q', options: ['b'], seq: 1 }]).get('q')
        ?.options,
    ).toEqual(['b']));
});

describe('press', () => {
  it('replaces a single choice', () => expect(press('single', ['a'], 'b')).toEqual(['b']));
  it('puts in and takes out of a multiple one', () => {
    expect(press('multiple', ['a'], 'b')).toEqual(['a', 'b']);
    expect(press('multiple', ['a', 'b'], 'a')).toEqual(['b']);
  });
});
