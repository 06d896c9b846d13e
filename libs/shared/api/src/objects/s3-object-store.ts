import {
  AbortMultipartUploadCommand,
  CopyObjectCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  type ListMultipartUploadsCommandOutput,
  paginateListObjectsV2,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
  UploadPartCopyCommand,
} from '@aws-sdk/client-s3';
import { type FileHandle, open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { type Bucket } from '../config';
import { inParts, type ObjectPlace } from './in-parts';
import { type ByteRange, checked, type ObjectKey, ObjectStore, spool, type StoredObject } from './object-store';
import { plainly, s3Client, S3Error } from './s3-client';

const MIB = 1024 * 1024;

/** Above these sizes, in bytes, an object is uploaded or copied in several requests of that size. S3 copies at most 5 GiB in one. */
const STEPS = { upload: 16 * MIB, copy: 1024 * MIB };

/** Objects in a bucket of an S3 service, under their names. */
export class S3ObjectStore extends ObjectStore {
  private readonly client: S3Client;

  constructor(
    private readonly bucket: Bucket,
    temporary: string,
    private readonly steps = STEPS,
  ) {
    super(temporary);
    this.client = s3Client(bucket);
  }

  async size(key: ObjectKey): Promise<number | null> {
    const head = await unlessMissing(this.client.send(new HeadObjectCommand(this.place(key))));
    return head ? (head.ContentLength ?? 0) : null;
  }

  read(key: ObjectKey, range?: ByteRange): Readable {
    return Readable.from(this.bytes(this.place(key), range), { objectMode: false });
  }

  /** The bytes are compared with their name on the way, so that `work` never sees half of an object or another one. */
  withFile<T>(key: ObjectKey, work: (path: string) => Promise<T>): Promise<T> {
    return this.withTemporary(async (file) => {
      const arrived = await spool(this.read(key), file);
      if (arrived !== key) throw new Error(`the bucket answers other bytes for the object ${key}: ${arrived}`);
      return work(file);
    });
  }

  async *list(): AsyncIterable<StoredObject & { changedAt: Date }> {
    for await (const page of paginateListObjectsV2({ client: this.client }, { Bucket: this.bucket.name }))
      for (const { Key, Size, LastModified } of page.Contents ?? [])
        if (Key && /^[0-9a-f]{64}$/.test(Key) && Size !== undefined && LastModified)
          yield { key: Key, size: Size, changedAt: LastModified };
  }

  async remove(key: ObjectKey): Promise<void> {
    await this.client.send(new DeleteObjectCommand(this.place(key)));
  }

  path(key: ObjectKey): null {
    checked(key);
    return null;
  }

  /** Also gives up uploads of several parts, which a service keeps, and charges for, until it is told. */
  override async removeUnfinished(before: Date): Promise<void> {
    await super.removeUnfinished(before);
    const Bucket = this.bucket.name;
    let page: ListMultipartUploadsCommandOutput | undefined;
    do {
      const after = { KeyMarker: page?.NextKeyMarker, UploadIdMarker: page?.NextUploadIdMarker };
      page = await this.client.send(new ListMultipartUploadsCommand({ Bucket, ...after }));
      for (const { Key, UploadId, Initiated } of page.Uploads ?? [])
        if (Initiated && Initiated < before)
          await unlessMissing(this.client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId })));
    } while (page.IsTruncated);
  }

  /** S3 has no touch: the service copies the object onto itself. */
  protected async renew(key: ObjectKey): Promise<number | null> {
    const size = await this.size(key);
    if (size === null) return null;
    const copy = await unlessMissing(this.copyOntoItself(this.place(key), size));
    return copy && size;
  }

  protected async store(file: string, key: ObjectKey): Promise<number> {
    const handle = await open(file);
    try {
      const { size } = await handle.stat();
      await this.upload(handle, this.place(key), size);
      return size;
    } finally {
      await handle.close();
    }
  }

  private place(key: ObjectKey): ObjectPlace {
    return { Bucket: this.bucket.name, Key: checked(key) };
  }

  private async *bytes(place: ObjectPlace, range: ByteRange | undefined): AsyncGenerator<Buffer> {
    try {
      const Range = range && `bytes=${range.start}-${range.end}`;
      const { Body } = await this.client.send(new GetObjectCommand({ ...place, Range }));
      yield* Body as Readable;
    } catch (error) {
      throw plainly(error, 'GetObject');
    }
  }

  /** One buffer takes each part in turn: unlike a stream, it can be sent again when a request fails, and is signed with its SHA-256. */
  private async upload(file: FileHandle, place: ObjectPlace, size: number): Promise<void> {
    if (size <= this.steps.upload) {
      await this.client.send(new PutObjectCommand({ ...place, Body: await fill(Buffer.alloc(size), file, 0) }));
      return;
    }
    let buffer = Buffer.alloc(0);
    await inParts(this.client, place, { size, step: this.steps.upload }, async (part, { start, end }) => {
      const length = end - start + 1;
      if (buffer.length < length) buffer = Buffer.alloc(length);
      const Body = await fill(buffer.subarray(0, length), file, start);
      return (await this.client.send(new UploadPartCommand({ ...part, Body }))).ETag;
    });
  }

  private async copyOntoItself(place: ObjectPlace, size: number): Promise<true> {
    const CopySource = `${place.Bucket}/${place.Key}`;
    if (size <= this.steps.copy)
      await this.client.send(new CopyObjectCommand({ ...place, CopySource, MetadataDirective: 'REPLACE' }));
    else
      await inParts(this.client, place, { size, step: this.steps.copy }, async (part, { start, end }) => {
        const CopySourceRange = `bytes=${start}-${end}`;
        const copied = await this.client.send(new UploadPartCopyCommand({ ...part, CopySource, CopySourceRange }));
        return copied.CopyPartResult?.ETag;
      });
    return true;
  }
}

/** Fills `buffer` with the bytes of `file` from `position` on. A file that has become shorter is an error. */
async function fill(buffer: Buffer, file: FileHandle, position: number): Promise<Buffer> {
  for (let filled = 0; filled < buffer.length;) {
    const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, position + filled);
    if (bytesRead === 0) throw new Error('the file became shorter while it was uploaded');
    filled += bytesRead;
  }
  return buffer;
}

/** What `asked` answers, or null where the service has no such thing. Any other refusal stays an error. */
async function unlessMissing<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof S3Error && error.status === 404) return null;
    throw error;
  }
}
