/** The part of the contract that needs no zod: for code that every page loads first. */
export * from './clock';
export { inLocale, locales } from './in-locale';
export * from './is-staff';
export * from './lesson-media';
export * from './one-range';
export * from './preview';
export * from './ranges';
