const known = ['not-found', 'attempt-closed', 'invalid'];

/** The key of the words for a refusal: why, and what to do. */
export const reasonOf = (code: string | null = null) =>
  `learning.save.reason.${code && known.includes(code) ? code : 'other'}`;
