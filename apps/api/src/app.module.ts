import { type DynamicModule, Module } from '@nestjs/common';
import { AssessmentModule } from '@haven/assessment/api';
import { CatalogModule } from '@haven/catalog/api';
import { IdentityModule } from '@haven/identity/api';
import { LearningModule } from '@haven/learning/api';
import { RecordingsModule } from '@haven/recordings/api';
import { type Config, SharedModule } from '@haven/shared/api';
import { entities } from './entities';
import { HealthController } from './health.controller';

/** The application: every domain, on one foundation. API and worker run the same modules. */
@Module({})
export class AppModule {
  static with(config: Config): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SharedModule.with(config, entities),
        IdentityModule,
        RecordingsModule,
        AssessmentModule,
        CatalogModule,
        LearningModule,
      ],
      controllers: [HealthController],
    };
  }
}
