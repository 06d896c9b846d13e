import { previewAt, previewBase } from './preview';

const id = '0193f2a0-0000-7000-8000-000000000001';

describe('the address of a preview', () => {
  it('names it, and every page under it', () => {
    expect(previewAt(previewBase(id))).toBe(id);
    expect(previewAt(`/preview/${id}`)).toBe(id);
    expect(previewAt(`/preview/${id}/es/learn/a/b`)).toBe(id);
  });

  it.each([
    '/',
    '/preview/x/learn',
    `/preview/${id}x`,
    `/studio/preview/${id}`,
    `/es/preview/${id}/`,
    `//preview/${id}/`,
  ])('%s is no page of one', (path) => expect(previewAt(path)).toBeNull());
});
