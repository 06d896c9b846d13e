import { sortFiles } from './media-files';

const file = (name: string, type = '') => new File(['x'], name, { type });
const names = (files: File[]) => files.map(({ name }) => name);

it('tells recordings from captions and from anything else', () => {
  const { media, captions, others } = sortFiles([
    file('talk.mp4', 'video/mp4'),
    file('TALK.MKV'),
    file('phone', 'audio/x-m4a'),
    file('talk.vtt', 'text/vtt'),
    file('talk.srt'),
    file('notes.txt', 'text/plain'),
    file('slides.pdf', 'application/pdf'),
    file('mp4'),
  ]);
  expect([names(media), names(captions), names(others)]).toEqual([
    ['talk.mp4', 'TALK.MKV', 'phone'],
    ['talk.vtt', 'talk.srt', 'notes.txt'],
    ['slides.pdf', 'mp4'],
  ]);
});
