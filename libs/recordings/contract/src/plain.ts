/** The part of the contract that needs no zod. */
export { parseVtt } from './captions/parse-vtt';
