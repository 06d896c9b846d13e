interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML(html: string): string }): { createHTML(html: string): string };
}

/**
 * The one place beside Angular that may read HTML, and the reason for its name in the content security policy: what was pasted has to be read
 * to be understood. The document it becomes is inert: it belongs to no window, so no script in it runs and nothing it names is loaded, and
 * it is never put on a page.
 */
const policy = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('haven#paste', {
  createHTML: (html) => html,
});

/** The attribute under which `parseHtml` keeps what `style` said: as words to read, not as looks. */
export const STYLE = 'data-style';

/**
 * Reads HTML from the clipboard into a document of its own. Styles and handlers are renamed before: there they do nothing, but a browser
 * reports each of them as something that the page's policy stopped.
 */
export function parseHtml(html: string): Document {
  const quiet = html
    .replace(/<(script|style)\b[\s\S]*?(<\/\1\s*>|$)/gi, '')
    .replace(/<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi, (tag) =>
      tag.replace(/("[^"]*"|'[^']*')|([\s/"'])(style|on[a-z]+)(?=\s*=)/gi, (found, quoted, before, name) =>
        quoted === undefined ? `${before}data-${name}` : found,
      ),
    );
  return new DOMParser().parseFromString(policy ? policy.createHTML(quiet) : quiet, 'text/html');
}
