import { type CourseDetail, type LessonDetail } from '@haven/catalog/contract';
import { choicesOf, planOf, qualityFor } from './lesson-pack';

const quality = (height: number | null, size: number) => ({
  url: `/m/${height ?? 'sound'}.m3u8`,
  height,
  bandwidth: 1,
  size,
});
const recording = {
  id: 'r',
  hls: '/m/main.m3u8',
  qualities: [quality(240, 20e6), quality(null, 5e6), quality(480, 60e6)],
  captions: [{ locale: 'es', url: '/m/captions.es.vtt', reviewedOn: '2026-01-01' }],
  storyboard: { url: '/m/storyboard.jpg', every: 10, columns: 1, count: 1, width: 1, height: 1 },
  slides: [{ at: 0, url: '/m/slide-0.jpg' }],
};
// Only what a plan looks at.
const body = { en: [] };
const lesson = { slug: 'webinar', title: { en: 'Webinar' }, recording, body } as unknown as LessonDetail;
const quiz = (practice?: true) =>
  ({
    slug: 'practise',
    title: { en: 'Practise' },
    recording: null,
    body,
    quiz: { practice },
  }) as unknown as LessonDetail;
const reading = { slug: 'words', title: { en: 'Words' }, recording: null, body } as unknown as LessonDetail;
const course = { slug: 'cities', title: { en: 'Cities' } } as unknown as CourseDetail;
const addresses = {
  course: '/c',
  lesson: '/l',
  practice: '/p',
  transcript: (id: string, locale: string) => `/t/${id}/${locale}`,
};
const plan = (of: LessonDetail, kept: 'text' | 'audio' | number) => planOf(course, of, kept, addresses, 0);
const words = ['/m/captions.es.vtt', '/t/r/es'];

describe('what a lesson can be kept as', () => {
  it('is only what exists, least first, with what it takes', () => {
    expect(choicesOf([lesson]).map(({ kept }) => kept)).toEqual(['text', 'audio', 240, 480]);
    expect(choicesOf([reading]).map(({ kept }) => kept)).toEqual(['text']);
    const both = choicesOf([lesson, reading]);
    expect(both.find(({ kept }) => kept === 240)?.size).toBe(20e6 + 2 * 150_000);
  });

  it('is the nearest picture where a lesson lacks the very one', () => {
    expect(qualityFor(recording, 360)?.height).toBe(240);
    expect(qualityFor(recording, 144)?.height).toBe(240);
    expect(qualityFor({ qualities: [quality(240, 1)] }, 'audio')).toBeNull();
  });
});

describe('a plan', () => {
  it.each([
    ['text', words],
    ['audio', [...words, '/m/slide-0.jpg', '/m/sound.m3u8', '/m/sound.m4s']],
    [240, [...words, '/m/storyboard.jpg', '/m/240.m3u8', '/m/240.m4s']],
  ] as const)('for %s fetches what is shown, and no more', (kept, urls) =>
    expect(plan(lesson, kept).pack.urls).toEqual(urls),
  );

  it('keeps a lesson that offers only what is here', () => {
    const kept = plan(lesson, 'audio').made.find(({ url }) => url === '/l')?.content as LessonDetail;
    expect(kept.recording).toMatchObject({ hls: '/m/sound.m3u8', storyboard: null, slides: recording.slides });
    expect(kept.recording?.qualities.map(({ height }) => height)).toEqual([null]);
  });

  it('of a reading is its text, whatever is chosen for the others', () =>
    expect(plan(reading, 480)).toMatchObject({
      pack: { kept: 'text', urls: [] },
      made: [{ url: '/c' }, { url: '/l', content: reading }],
    }));

  it('fetches the questions of practice, and never those of a graded quiz', () => {
    expect(plan(quiz(true), 'text').pack.urls).toEqual(['/p']);
    expect(plan(quiz(), 'text').pack.urls).toEqual([]);
  });

  it('has the pictures and files of a text once, no wider than a phone needs', () => {
    const [picture, file] = ['a'.repeat(64), 'b'.repeat(64)];
    const image = { type: 'image', id: 'i', picture, width: 1600, height: 1000, alt: null };
    const cards = { type: 'file', id: 'f', title: 'Cards', file, format: 'pdf', size: 3e6 };
    const words = { ...reading, body: { en: [image, cards], es: [image] } } as unknown as LessonDetail;
    const { pack, made } = plan(words, 'text');
    const address = (width: number) => `/media/lessons/${picture}/${width}.webp`;
    expect(pack.urls).toEqual([address(480), address(960), `/media/lessons/${file}/file`]);
    expect(pack.size).toBe(150_000 + 200_000 + 3e6);
    const kept = made.find(({ url }) => url === '/l')?.content as LessonDetail;
    expect(kept.body.es).toEqual([{ ...image, width: 960, height: 600 }]);
  });
});
