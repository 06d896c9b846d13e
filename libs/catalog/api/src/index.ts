export { Catalog, lessonOf } from './catalog';
export { CatalogModule } from './catalog.module';
export { CourseRow, ItemRow, ItemVersionRow, type PinnedLesson, ReleaseRow } from './course.entity';
export { toCourseCard } from './course.view';
export { Drafts } from './drafts';
export { ImportCourse } from './package/import-course';
export { LessonMediaRow } from './media/lesson-media.entity';
export { coursePublished, Publishing } from './publishing';
export { PresenceRow } from './presence.entity';
