import { type DynamicModule, Inject, Module, type OnModuleInit } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessGuard } from './access/access.guard';
import { SameOriginGuard } from './access/same-origin.guard';
import { Clock } from './clock';
import { CONFIG, type Config } from './config';
import { databaseOptions } from './database';
import { Events } from './events/events';
import { Jobs } from './jobs/jobs';
import { ObjectStore } from './objects/object-store';
import { openObjectStore } from './objects/open-object-store';
import { ProblemFilter } from './problem.filter';
import { Secrets } from './secrets';
import { validation } from './validation';

/** What every domain stands on: settings, database, clock, access, news, jobs, objects and keys. Imported once, by the application. */
@Module({})
export class SharedModule implements OnModuleInit {
  constructor(
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(Events) private readonly events: Events,
  ) {}

  /** A request delivers its own news; the worker delivers what a crash left behind. */
  onModuleInit(): void {
    this.jobs.every('* * * * *', 'deliver-events', () => this.events.deliver('all due'));
  }

  static with(config: Config, entities: (new () => object)[]): DynamicModule {
    return {
      module: SharedModule,
      global: true,
      imports: [TypeOrmModule.forRoot({ ...databaseOptions(config.DATABASE_URL), entities })],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: ObjectStore, useFactory: () => openObjectStore(config) },
        { provide: Secrets, useFactory: () => new Secrets(config.DATA_DIR) },
        Clock,
        Events,
        Jobs,
        { provide: APP_GUARD, useClass: SameOriginGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useFactory: validation },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [CONFIG, Clock, Events, Jobs, ObjectStore, Secrets],
    };
  }
}
