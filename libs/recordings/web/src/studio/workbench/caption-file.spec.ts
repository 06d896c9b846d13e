import { readCaptionFile } from './caption-file';

/** jsdom's files cannot be read as a browser's can. */
const read = (content: string | Uint8Array<ArrayBuffer>) => {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return readCaptionFile({ size: bytes.length, arrayBuffer: () => Promise.resolve(bytes.buffer) }, 60, 'en');
};

describe('a caption file', () => {
  it('is WebVTT or SRT, in any encoding that people have', async () => {
    const srt = '1\r\n00:00:01,000 --> 00:00:02,000\r\nA\u00f1o nuevo\r\n';
    const latin = Uint8Array.from([...srt], (letter) => letter.charCodeAt(0));
    for (const file of [await read(srt), await read(latin)])
      expect(file).toMatchObject({ cues: 1, refused: null, vtt: expect.stringContaining('Año nuevo') });
  });

  it("may be Zoom's transcript, whose names become speakers", async () => {
    const cue = (n: number, who: string) => `${n}\n00:00:0${n}.000 --> 00:00:0${n}.900\n${who}: words\n`;
    const { speakers } = await read(`WEBVTT\n\n${[cue(1, 'Ana'), cue(2, 'Ben'), cue(3, 'Ana')].join('\n')}`);
    expect(speakers).toEqual(['Ana', 'Ben']);
  });

  it.each([
    ['zoom-chat', '00:01:02\tAna:\thello\n00:01:09\tBen:\thi\n'],
    ['not-captions', 'Dear all, here are the notes.'],
    ['not-text', 'RIFF\0\0\0\0'],
    ['too-large', 'x'.repeat(2_000_001)],
  ])('is refused in a sentence of its own: %s', async (refused, text) => {
    expect(await read(text)).toMatchObject({ refused, vtt: null });
  });
});
