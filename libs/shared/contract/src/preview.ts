/** Names the preview that a request is made in. Its value is the id of the throw-away learner. */
export const PREVIEW_HEADER = 'haven-preview';

/** Where the pages of a preview are: the learner's pages, under a path of their own. */
export const previewBase = (id: string): string => `/preview/${id}/`;

/** The preview that the page at `path` is of; null for any other page. */
export const previewAt = (path: string): string | null =>
  /^\/preview\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?=\/|$)/.exec(path)?.[1] ?? null;
