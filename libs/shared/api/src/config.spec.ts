import { bucketOf, ConfigError, ConfigSchema, readConfig } from './config';

const needed = { DATABASE_URL: 'postgres://haven:hidden-word@db/haven' };
const key = { S3_ACCESS_KEY_ID: 'hidden-id', S3_SECRET_ACCESS_KEY: 'hidden-word' };
const bucket = { S3_BUCKET: 'recordings', ...key };

/** The sentence that `readConfig` refuses `env` with. */
function refusal(env: Record<string, string>): string {
  try {
    readConfig({ ...needed, ...env });
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('settings', () => {
  it('describe each of themselves', () => {
    for (const [name, { description }] of Object.entries(ConfigSchema.shape))
      expect({ name, description }).toEqual({ name, description: expect.stringMatching(/^\S.{9,}[^.]$/) });
  });

  it('count as not set when empty', () => {
    const config = readConfig({ ...needed, S3_BUCKET: '', S3_ENDPOINT: '', TRANSCRIBE_URL: '', MAX_UPLOAD_GB: '' });
    expect(config).toMatchObject({ MAX_UPLOAD_GB: 20, UPLOAD_QUOTA_GB: 200, TRANSCRIBE_MODEL: 'whisper-1' });
    expect([config.S3_BUCKET, config.S3_ENDPOINT, config.TRANSCRIBE_URL, bucketOf(config)]).toEqual([
      undefined,
      undefined,
      undefined,
      null,
    ]);
  });

  it.each([
    ['PORT', '70000', '"70000"'],
    ['MAX_UPLOAD_GB', '-1', '"-1"'],
    ['MAX_UPLOAD_GB', 'much', '"much"'],
    ['UPLOAD_QUOTA_GB', '0', '"0"'],
  ])('refuse %s=%s with a sentence that names both', (name, value, said) => {
    expect(refusal({ [name]: value })).toMatch(
      new RegExp(`^The setting ${name} is ${said}, which does not work: it is `),
    );
  });

  it.each(['DATABASE_URL', 'S3_ENDPOINT', 'TRANSCRIBE_URL'])('do not repeat %s, which may hold a secret', (name) => {
    const said = refusal({ ...bucket, [name]: 'ftp://haven:hidden-word@host/' });
    expect(said).toMatch(new RegExp(`^The setting ${name} does not work: it is `));
    expect(said).not.toContain('hidden');
  });
});

describe('a bucket', () => {
  it('is complete with its key', () => {
    expect(bucketOf(readConfig({ ...needed, ...bucket, S3_ENDPOINT: 'https://s3.example' }))).toEqual({
      name: 'recordings',
      endpoint: 'https://s3.example',
      region: 'us-east-1',
      accessKeyId: 'hidden-id',
      secretAccessKey: 'hidden-word',
    });
  });

  it.each(['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'])('without %s is refused in a plain sentence', (name) => {
    const said = refusal({ ...bucket, [name]: '' });
    expect(said).toMatch(new RegExp(`^The setting ${name} is missing: it is .* key that opens S3_BUCKET\\.$`));
    expect(said).not.toContain('hidden');
  });

  it('is not there for a key alone', () => {
    expect(bucketOf(readConfig({ ...needed, ...key }))).toBeNull();
  });
});
