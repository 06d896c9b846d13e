import { Module } from '@nestjs/common';
import { AssessmentModule } from '@haven/assessment/api';
import { RecordingsModule } from '@haven/recordings/api';
import { Access } from './access';
import { Audience } from './audience';
import { Borrowing } from './borrowing';
import { Catalog } from './catalog';
import { Checklist } from './checklist';
import { CourseController } from './course.controller';
import { DeletionController } from './deletion.controller';
import { Deletions } from './deletions';
import { Drafts } from './drafts';
import { Items } from './items';
import { LessonQuizzes } from './lesson-quizzes';
import { LessonMediaController } from './media/lesson-media.controller';
import { LessonMediaStore } from './media/lesson-media';
import { NewLessons } from './new-lessons';
import { OutlineController } from './outline.controller';
import { Outlines } from './outlines';
import { ExportCourse } from './package/export-course';
import { ImportCourse } from './package/import-course';
import { Incoming } from './package/incoming';
import { PackageController } from './package/package.controller';
import { Pins } from './pins';
import { PreviewController } from './preview/preview.controller';
import { Previewing } from './preview/previewing';
import { Previews } from './preview/previews';
import { Presence } from './presence';
import { Publishing } from './publishing';
import { RecordingUses } from './recording-uses';
import { ReleaseController } from './release.controller';
import { ReleaseLine } from './release-line';
import { Releases } from './releases';
import { Rollbacks } from './rollbacks';
import { StudioController } from './studio.controller';
import { TranslationController } from './translation/translation.controller';
import { TranslationWrites } from './translation/translation-writes';
import { Translations } from './translation/translations';
import { Trees } from './trees';
import { XliffController } from './translation/xliff/xliff.controller';
import { Xliffs } from './translation/xliff/xliffs';

/** Courses: drafts, releases and packages. */
@Module({
  imports: [AssessmentModule, RecordingsModule],
  controllers: [
    CourseController,
    DeletionController,
    LessonMediaController,
    OutlineController,
    PackageController,
    PreviewController,
    ReleaseController,
    StudioController,
    TranslationController,
    XliffController,
  ],
  providers: [
    RecordingUses,
    Access,
    Audience,
    Borrowing,
    Catalog,
    Checklist,
    Deletions,
    Drafts,
    ExportCourse,
    ImportCourse,
    Incoming,
    Items,
    LessonMediaStore,
    LessonQuizzes,
    NewLessons,
    Outlines,
    Pins,
    Presence,
    Previewing,
    Previews,
    Publishing,
    ReleaseLine,
    Releases,
    Rollbacks,
    TranslationWrites,
    Translations,
    Trees,
    Xliffs,
  ],
  exports: [Access, Audience, Catalog, Drafts, ImportCourse, Publishing, Releases],
})
export class CatalogModule {}
