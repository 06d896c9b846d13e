export * from './change-outline';
export * from './course';
export * from './lesson';
export * from './lesson-media';
export * from './outline';
export * from './packages';
export * from './studio';
export * from './translation';
