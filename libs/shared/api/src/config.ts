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
  S3_BUCKET: z.string().optional().describe('the S3 bucket that holds recordings; none: they are in DATA_DIR'),
  S3_ENDPOINT: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('the address of the S3 service that has the bucket; none: that of AWS'),
  S3_REGION: z.string().default('us-east-1').describe('the region of the S3 bucket'),
  S3_ACCESS_KEY_ID: z.string().optional().describe('the name of the key that opens S3_BUCKET'),
  S3_SECRET_ACCESS_KEY: z.string().optional().describe('the secret part of the key that opens S3_BUCKET'),
  MAX_UPLOAD_GB: z.coerce.number().positive().default(20).describe('the largest recording that can be uploaded'),
  UPLOAD_QUOTA_GB: z.coerce
    .number()
    .positive()
    .default(200)
    .describe("how much one person's uploads may take up in all"),
  FFMPEG: z.string().optional().describe('the ffmpeg program, where it is not on the PATH; off: do without'),
  TRANSCRIBE_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      "a speech-to-text service that answers like OpenAI's /v1/audio/transcriptions; none: no automatic captions",
    ),
  TRANSCRIBE_KEY: z.string().optional().describe('the key of the speech-to-text service'),
  TRANSCRIBE_MODEL: z.string().default('whisper-1').describe('the model that the speech-to-text service is to use'),
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

type Setting = keyof Config;

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
  if (!parsed.success) throw new ConfigError(whatIsWrong(given, parsed.error.issues[0]));
  bucketOf(parsed.data);
  return parsed.data;
}

/** The bucket of an S3 service, with all that is needed to use it. */
export interface Bucket {
  readonly name: string;
  /** The address of the service; undefined for AWS itself. */
  readonly endpoint: string | undefined;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/**
 * The bucket that recordings are kept in, or null where they are kept in a folder.
 * @throws ConfigError where a bucket is named without its key.
 */
export function bucketOf(config: Config): Bucket | null {
  if (config.S3_BUCKET === undefined) return null;
  return {
    name: config.S3_BUCKET,
    endpoint: config.S3_ENDPOINT,
    region: config.S3_REGION,
    accessKeyId: needed(config, 'S3_ACCESS_KEY_ID'),
    secretAccessKey: needed(config, 'S3_SECRET_ACCESS_KEY'),
  };
}

function needed(config: Config, name: 'S3_ACCESS_KEY_ID' | 'S3_SECRET_ACCESS_KEY'): string {
  const value = config[name];
  if (value === undefined) throw new ConfigError(missing(name));
  return value;
}

function whatIsWrong(given: Record<string, unknown>, issue: z.core.$ZodIssue | undefined): string {
  const name = String(issue?.path[0]) as Setting;
  if (!(name in given)) return missing(name);
  return `The setting ${name}${shown(name, given[name])} does not work: it is ${meaning(name)}. (${issue?.message})`;
}

const missing = (name: Setting) => `The setting ${name} is missing: it is ${meaning(name)}.`;

const meaning = (name: Setting) => ConfigSchema.shape[name].description;

/** Settings whose value may hold a password or a key, as part of an address too. */
const SECRET: ReadonlySet<Setting> = new Set<Setting>([
  'DATABASE_URL',
  'S3_ENDPOINT',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
  'TRANSCRIBE_URL',
  'TRANSCRIBE_KEY',
]);

/** The value, except where it may be a secret. */
const shown = (name: Setting, value: unknown) => (SECRET.has(name) ? '' : ` is "${String(value)}", which`);
