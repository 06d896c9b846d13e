import { S3Client } from '@aws-sdk/client-s3';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { type Bucket } from '../config';

/** What an S3 service refused, or why it could not be asked, in words that hold no key and no request. */
export class S3Error extends Error {
  override readonly name = 'S3Error';

  constructor(
    message: string,
    /** The HTTP status; undefined where there was no answer. */
    readonly status: number | undefined,
  ) {
    super(message);
  }
}

/** A reader decides when it goes on, so that many may hold a connection each; the limit is theirs, not the pool's. */
const POOL = { keepAlive: true, maxSockets: Infinity };

/** A client for the service that has `bucket`. Its errors are all of the kind S3Error. */
export function s3Client({ endpoint, region, accessKeyId, secretAccessKey }: Bucket): S3Client {
  const client = new S3Client({
    region,
    ...(endpoint !== undefined && { endpoint }),
    // A service of one's own seldom has a host name for each bucket.
    forcePathStyle: endpoint !== undefined,
    credentials: { accessKeyId, secretAccessKey },
    // By default the SDK adds CRC trailers, which servers older than them refuse. Every part is signed with its SHA-256 anyway.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    retryMode: 'standard',
    maxAttempts: 5,
    requestHandler: {
      connectionTimeout: 10_000,
      // Of silence on the line; a long transfer may take as long as it takes.
      socketTimeout: 120_000,
      httpAgent: new HttpAgent(POOL),
      httpsAgent: new HttpsAgent(POOL),
    },
  });
  client.middlewareStack.add(
    (next, { commandName }) =>
      async (asked) => {
        try {
          return await next(asked);
        } catch (error) {
          throw plainly(error, String(commandName).replace(/Command$/, ''));
        }
      },
    { step: 'initialize', priority: 'high', name: 'plainErrors' },
  );
  return client;
}

/** The SDK's own error carries the signed request and the answer: whoever logs it would log them too. So it is no cause either. */
export function plainly(error: unknown, doing: string): S3Error {
  if (error instanceof S3Error) return error;
  const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
  const status = $metadata?.httpStatusCode;
  return new S3Error(`S3 ${doing} failed: ${[status, name, message].filter((part) => part).join(' ')}`, status);
}
