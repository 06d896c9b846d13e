export * from './id';
export { inLocale, locales } from './in-locale';
export * from './locale';
export * from './page';
export * from './problem';
export * from './ranges';
export * from './blocks';
export * from './role';
