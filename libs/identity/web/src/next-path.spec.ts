import { nextPath } from './next-path';

describe('nextPath', () => {
  it.each(['/studio', '/es/studio/courses/1/publish', '/studio?question=3#top', '/'])('takes the path %s', (next) => {
    expect(nextPath(next, '/home')).toBe(next);
  });

  it.each([
    undefined,
    '',
    'studio',
    'https://evil.example/',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n//evil.example',
    '/.//evil.example',
    '/studio/..//evil.example',
    'javascript:alert(1)',
    ' /studio',
    '/sign-in',
    '/es/sign-in?next=/sign-in',
  ])('refuses %j', (next) => {
    expect(nextPath(next, '/home')).toBe('/home');
  });
});
