import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { type ByteRange } from './object-store';

/** S3 takes no more parts than this for one object. */
const MOST_PARTS = 10_000;

/** Where an object is, as the commands of the SDK want it. */
export interface ObjectPlace {
  readonly Bucket: string;
  readonly Key: string;
}

/** One part of an upload, as the commands of the SDK want it; the first has number 1. */
export interface UploadPlace extends ObjectPlace {
  readonly UploadId: string | undefined;
  readonly PartNumber: number;
}

/**
 * Makes an object of `size` bytes in parts of `step` bytes, of more where there would be too many. `send` stores one of them and answers
 * its entity tag. The object is visible when all are there; after an error the parts are given up.
 */
export async function inParts(
  client: S3Client,
  place: ObjectPlace,
  { size, step }: { size: number; step: number },
  send: (part: UploadPlace, range: ByteRange) => Promise<string | undefined>,
): Promise<void> {
  const length = Math.max(step, Math.ceil(size / MOST_PARTS));
  const { UploadId } = await client.send(new CreateMultipartUploadCommand(place));
  try {
    const Parts: { PartNumber: number; ETag: string | undefined }[] = [];
    for (let start = 0; start < size; start += length) {
      const PartNumber = Parts.length + 1;
      const end = Math.min(start + length, size) - 1;
      Parts.push({ PartNumber, ETag: await send({ ...place, UploadId, PartNumber }, { start, end }) });
    }
    await client.send(new CompleteMultipartUploadCommand({ ...place, UploadId, MultipartUpload: { Parts } }));
  } catch (error) {
    // What cannot be given up now, removeUnfinished() finds later; the first error is the one to tell.
    await client.send(new AbortMultipartUploadCommand({ ...place, UploadId })).catch(() => undefined);
    throw error;
  }
}
