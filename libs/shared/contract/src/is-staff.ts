/** What a person may be, weakest first. A visitor has no row; a guest has one, without a name or an address. */
export const roles = ['guest', 'learner', 'facilitator', 'author', 'editor', 'administrator'] as const;

/** The roles that see the studio, and whose sessions are short. Apart from the schema, so that the site's frame needs no zod. */
export const isStaff = (role: string) => role === 'author' || role === 'editor' || role === 'administrator';
