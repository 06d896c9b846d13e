/** PostgreSQL's `bigint` arrives as text; sizes in bytes stay below 2^53. */
export const bytes = { to: (value: number) => value, from: (value: string | number) => Number(value) };
