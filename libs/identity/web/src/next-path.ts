/**
 * Where to go after signing in: `next` where it is a path of this site, else `otherwise`. A whole address, `//host`, a backslash (which
 * browsers read as a slash) or a control character (which they drop) would lead off the site or hide where it leads.
 */
export function nextPath(next: string | undefined, otherwise: string): string {
  if (!next?.startsWith('/') || next.startsWith('//') || /[\\\p{Cc}]/u.test(next)) return otherwise;
  const base = 'https://haven.invalid';
  if (!URL.canParse(next, base)) return otherwise;
  const url = new URL(next, base);
  const signIn = /^(\/es)?\/sign-in\/?$/.test(url.pathname);
  // Dots are resolved by now: `/.//host` has become `//host`.
  return url.origin !== base || url.pathname.startsWith('//') || signIn
    ? otherwise
    : url.pathname + url.search + url.hash;
}
