import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ConfigError, readConfig } from '@haven/shared/api';
import { AppModule } from '../../api/src/app.module';
import { loggerFor } from '../../api/src/create-app';

// The same modules as the API, without a port: only the jobs run.
try {
  const config = { ...readConfig(process.env), HAVEN_ROLE: 'worker' as const };
  const app = await NestFactory.createApplicationContext(AppModule.with(config), { logger: loggerFor(config) });
  app.enableShutdownHooks();
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}
