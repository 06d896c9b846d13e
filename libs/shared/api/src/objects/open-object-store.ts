import { join } from 'node:path';
import { bucketOf, type Config } from '../config';
import { FolderObjectStore } from './folder-object-store';
import { type ObjectStore } from './object-store';

/** The object store of the settings: a bucket where one is named, else a folder below DATA_DIR. */
export async function openObjectStore(config: Config): Promise<ObjectStore> {
  const folder = join(config.DATA_DIR, 'objects');
  const bucket = bucketOf(config);
  if (!bucket) return new FolderObjectStore(folder);
  // Loaded only where there is a bucket: a folder should not pay for the SDK at every start.
  const { S3ObjectStore } = await import('./s3-object-store');
  return new S3ObjectStore(bucket, join(folder, 'tmp'));
}
