export * from './group';
export * from './session';
