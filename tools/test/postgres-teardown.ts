import { stopTestPostgres } from './postgres.ts';

/** Jest's globalTeardown. */
export default stopTestPostgres;
