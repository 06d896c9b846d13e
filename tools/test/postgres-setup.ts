import { startTestPostgres } from './postgres.ts';

/** Jest's globalSetup. */
export default startTestPostgres;
