import { readConfig } from './config.ts';

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      demo: true,
      databaseUrl: undefined,
      publicUrl: undefined,
      logToConsole: false,
    });
  });

  it('reads what it is told', () => {
    const env = { PORT: '8080', HAVEN_DEMO: 'off', HAVEN_LOG: 'console', DATABASE_URL: 'postgresql://a@b/c' };
    expect(readConfig(env)).toMatchObject({
      port: 8080,
      demo: false,
      logToConsole: true,
      databaseUrl: 'postgresql://a@b/c',
    });
  });

  it.each([
    ['PORT', '0'],
    ['PORT', '70000'],
    ['PORT', '3000 '],
    ['HAVEN_DEMO', 'no'],
    ['HAVEN_LOG', 'loud'],
    ['DATABASE_URL', 'mysql://secret@host/db'],
    ['PUBLIC_URL', 'example.org'],
  ])('names %s when it is %j', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name} must be `));
  });

  it('does not repeat an address, which may carry a password', () => {
    expect(() => readConfig({ DATABASE_URL: 'mysql://secret@host/db' })).not.toThrow('secret');
  });
});
