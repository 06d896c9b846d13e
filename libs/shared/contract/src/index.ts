export * from './blocks';
export * from './id';
export * from './locale';
export * from './page';
export * from './plain';
export * from './problem';
export * from './range';
export * from './role';
