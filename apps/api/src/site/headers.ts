/**
 * What a browser may do on our pages: our own files and nothing else. No host is named because no other host is asked. Trusted Types leave
 * Angular the only one who writes HTML, and it writes none that came from a person.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'self'",
  "form-action 'self'",
  // Only pages of a preview may be shown in a frame: see `onPreviews`.
  "frame-src 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // `haven#worker` and `haven#offline` name our own workers; `haven#paste` reads what was pasted into a document that is never shown.
  'trusted-types angular angular#bundler haven#worker haven#offline haven#paste',
].join('; ');

/** Headers of every answer. */
export const everywhere: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

/** Headers of every page. */
export const onPages: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  'x-frame-options': 'DENY',
};

/** Headers of the pages of a preview: the studio shows them in a frame, and search engines have no business there. */
export const onPreviews: Readonly<Record<string, string>> = {
  ...onPages,
  'content-security-policy': policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'"),
  'x-frame-options': 'SAMEORIGIN',
  'x-robots-tag': 'noindex',
};

/** Headers of the service worker's script: it asks this site for files, and does nothing else. */
export const onWorker: Readonly<Record<string, string>> = {
  'content-security-policy': "default-src 'none'; connect-src 'self'",
};
