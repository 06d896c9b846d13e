import { Inject } from '@nestjs/common';
import * as z from 'zod';

/** Everything that can be set from outside, each with what it is for. The README's table is made of these descriptions. */
export const ConfigSchema = z.object({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .describe('PostgreSQL 15 or later, as postgres://user:password@host:port/database'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000).describe('the port that the site listens on'),
  HOST: z.string().default('127.0.0.1').describe('the address that the site listens on; 0.0.0.0 in a container'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('the address that people type; its host is the only one answered besides localhost'),
  DATA_DIR: z.string().default('.haven').describe('the folder for recordings and keys'),
  HAVEN_ROLE: z
    .enum(['api', 'worker', 'all'])
    .default('all')
    .describe('which part this process plays: api, worker or all'),
  SSR: z.enum(['on', 'off']).default('on').describe('whether public pages are rendered on the server'),
  ACCEL: z
    .enum(['on', 'off'])
    .default('off')
    .describe('whether nginx stands in front: it serves media by X-Accel-Redirect and says who is asking'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('how much is written to the log'),
});

/** The settings of this process, checked. */
export type Config = z.infer<typeof ConfigSchema>;

/** Token under which the settings are injected. */
export const CONFIG = Symbol('CONFIG');
export const InjectConfig = () => Inject(CONFIG);

/** A setting that makes no sense, said in one plain sentence that names the variable. */
export class ConfigError extends Error {}

/**
 * Reads the settings from `env`. Empty values count as not set.
 * @throws ConfigError naming the first variable that is wrong.
 */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = ConfigSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const name = String(issue?.path[0]);
  const shape = ConfigSchema.shape[name as keyof typeof ConfigSchema.shape];
  throw new ConfigError(
    name in given
      ? `The setting ${name}${shown(name, given[name])} does not work: it is ${shape.description}. (${issue?.message})`
      : `The setting ${name} is missing: it is ${shape.description}.`,
  );
}

/** The value, except where it may hold a password. */
const shown = (name: string, value: unknown) => (name === 'DATABASE_URL' ? '' : ` is "${String(value)}", which`);
