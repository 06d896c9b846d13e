import { type Handling, handlingOf } from './handling';

const isShell = (path: string) => path === '/main-ABCDEFGH.js';
const asked = (path: string, mode = 'cors', method = 'GET', preview = false) =>
  handlingOf({ method, mode, path, preview }, isShell);

describe('what the worker does with a request', () => {
  it.each<[path: string, mode: string, handling: Handling]>([
    ['/', 'navigate', 'page'],
    ['/es/learn/sanctuary-in-cities/webinar', 'navigate', 'page'],
    ['/icon.svg', 'navigate', 'network'],
    ['/main-ABCDEFGH.js', 'cors', 'shell'],
    ['/main-OTHEROLD.js', 'cors', 'network'],
    ['/media/recordings/1/1/v240.m4s', 'cors', 'kept'],
    ['/media/recordings/1/1/main.m3u8', 'cors', 'kept'],
    ['/media/recordings/1/1/v240.m4s', 'navigate', 'kept'],
    ['/media/recordings/1/1/captions.es.vtt', 'same-origin', 'fresh'],
    ['/api/courses/sanctuary-in-cities', 'cors', 'fresh'],
    ['/api/courses/sanctuary-in-cities/lessons/webinar', 'cors', 'fresh'],
    ['/api/courses/sanctuary-in-cities/lessons/practise/practice', 'cors', 'fresh'],
    ['/api/recordings/1/transcripts/es', 'cors', 'fresh'],
  ])('%s (%s): %s', (path, mode, handling) => expect(asked(path, mode)).toBe(handling));

  it.each([
    '/api/session',
    '/api/enrolments',
    '/api/enrolments/a',
    '/api/watch/1',
    '/api/attempts/1',
    '/api/courses',
    '/api/studio/courses/1/lessons/2',
  ])('leaves %s alone, which is a person’s or changes', (path) => {
    expect(asked(path)).toBe('network');
    expect(asked(path, 'navigate')).toBe('network');
  });

  it('leaves everything alone that is of a preview', () => {
    for (const path of ['/preview/1/learn/a', '/api/courses/a', '/api/courses/a/lessons/b'])
      for (const mode of ['navigate', 'cors']) expect(asked(path, mode, 'GET', true)).toBe('network');
  });

  it('leaves everything alone that does something', () => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      for (const path of ['/', '/api/courses/a', '/media/recordings/1/1/v240.m4s', '/main-ABCDEFGH.js'])
        expect(asked(path, 'cors', method)).toBe('network');
  });
});
