export * from './recording';
export * from './vtt';
export * from './watch';
