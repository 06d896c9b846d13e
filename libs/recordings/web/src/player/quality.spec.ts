import { choicesOf, chosen, megabytesAnHour } from './quality';

const choice = (height: number | null, bandwidth: number) => ({
  url: `${height}/${bandwidth}`,
  height,
  bandwidth,
  size: 0,
});
const recording = {
  qualities: [choice(240, 200_000), choice(null, 64_000), choice(720, 2_000_000), choice(720, 1_500_000)],
};

describe('quality', () => {
  it('offers each height once, at what it costs least, and sound last', () =>
    expect(choicesOf(recording).map(({ url }) => url)).toEqual(['720/1500000', '240/200000', 'null/64000']));

  it('takes the tallest picture that is not above the wish', () => {
    expect(chosen(recording, 480)?.height).toBe(240);
    expect(chosen(recording, 1080)?.height).toBe(720);
    expect(chosen(recording, 'audio')?.height).toBeNull();
  });

  it('leaves it to the line where a wish cannot be met', () => {
    expect(chosen(recording, 'auto')).toBeNull();
    expect(chosen(recording, 144)).toBeNull();
    expect(chosen({ qualities: [choice(720, 1)] }, 'audio')).toBeNull();
  });

  it('is the sound where there is nothing else, whatever is wished', () => {
    for (const wished of ['auto', 'audio', 240] as const)
      expect(chosen({ qualities: [choice(null, 1)] }, wished)?.height).toBeNull();
    expect(chosen({ qualities: [] }, 'auto')).toBeNull();
  });

  it('says what an hour costs', () => {
    expect(megabytesAnHour(choice(null, 64_000))).toBe(29);
    expect(megabytesAnHour(choice(720, 1_500_000))).toBe(680);
  });
});
