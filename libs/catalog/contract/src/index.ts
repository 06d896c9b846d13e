export * from './course';
export * from './lesson';
export * from './studio';
export * from './course-package';
