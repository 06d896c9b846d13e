import { ConsoleLogger, RequestMethod } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type Config } from '@haven/shared/api';
import { AppModule } from './app.module';

const levels = ['fatal', 'error', 'warn', 'log', 'debug'] as const;

/** Logs as JSON lines, without personal data: no address, no name, no body ever reaches them. */
export function loggerFor({ LOG_LEVEL }: Config): ConsoleLogger {
  const upTo = LOG_LEVEL === 'silent' ? 0 : levels.indexOf(LOG_LEVEL === 'info' ? 'log' : LOG_LEVEL) + 1;
  return new ConsoleLogger({ json: true, colors: false, logLevels: levels.slice(0, upTo) });
}

/** Fastify as Haven sets it. */
export const fastifyAdapter = ({ ACCEL }: Pick<Config, 'ACCEL'>) =>
  new FastifyAdapter({
    bodyLimit: 1024 * 1024,
    // The address is used for counting tries and is never stored. Behind nginx, and only then, X-Forwarded-For says it.
    trustProxy: ACCEL === 'on' ? ['loopback', 'uniquelocal'] : 'loopback',
    logger: false,
  });

/** What every application of Haven's has, specs' included: where routes are, and what may be sent to them. */
export function configure(app: NestFastifyApplication): NestFastifyApplication {
  // Fastify reads text/plain by itself, which a form of another site can send without asking first.
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeContentTypeParser('text/plain');
  // The bytes of an upload stay on the socket until it is clear who sends them and that there is room.
  fastify.addContentTypeParser(
    ['application/offset+octet-stream', 'application/octet-stream'],
    (_request, _payload, done) => done(null),
  );
  app.setGlobalPrefix('api', {
    exclude: [
      { path: 'healthz', method: RequestMethod.GET },
      { path: 'readyz', method: RequestMethod.GET },
      { path: 'media/{*path}', method: RequestMethod.GET },
    ],
  });
  app.enableShutdownHooks();
  return app;
}

/** The application with everything that a request passes through on its way to a controller; it does not listen yet. */
export async function createApp(config: Config): Promise<NestFastifyApplication> {
  const options = { logger: loggerFor(config) };
  return configure(
    await NestFactory.create<NestFastifyApplication>(AppModule.with(config), fastifyAdapter(config), options),
  );
}
