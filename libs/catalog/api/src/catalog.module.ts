import { Module } from '@nestjs/common';
import { AssessmentModule } from '@haven/assessment/api';
import { RecordingsModule } from '@haven/recordings/api';
import { Catalog } from './catalog';
import { CourseController } from './course.controller';
import { Drafts } from './drafts';
import { ImportCourse } from './package/import-course';
import { Publishing } from './publishing';
import { RecordingUses } from './recording-uses';
import { StudioController } from './studio.controller';
import { Trees } from './trees';

/** Courses: drafts, releases and packages. */
@Module({
  imports: [AssessmentModule, RecordingsModule],
  controllers: [CourseController, StudioController],
  providers: [RecordingUses, Catalog, Drafts, ImportCourse, Publishing, Trees],
  exports: [Catalog, Drafts, ImportCourse, Publishing],
})
export class CatalogModule {}
