import { join } from 'node:path';
import { readConfig } from '../config';
import { openObjectStore } from './open-object-store';

const key = 'ab'.repeat(32);
const settings = { DATABASE_URL: 'postgres://haven@db/haven', DATA_DIR: '/nowhere' };
const bucket = { S3_BUCKET: 'recordings', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' };

describe('the object store of the settings', () => {
  it('is a folder that a web server can serve from', async () => {
    const store = await openObjectStore(readConfig(settings));
    expect(store.path(key)).toBe(join('ab', 'ab'.repeat(31)));
  });

  it('is a bucket where one is named, whose objects have no path', async () => {
    const store = await openObjectStore(readConfig({ ...settings, ...bucket }));
    expect(store.path(key)).toBeNull();
  });
});
