export * from './change-outline';
export * from './course';
export * from './lesson';
export * from './lesson-media';
export * from './outline';
export * from './release';
export * from './studio';
export * from './course-package';
