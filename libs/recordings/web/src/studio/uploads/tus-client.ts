import { InjectionToken } from '@angular/core';
import { uploadChunk, type UploadMetadata } from '@haven/recordings/contract';
import { DetailedError, Upload } from 'tus-js-client';
import { type Failure } from './upload-state';

/** What a transfer tells. After `failed` it stands still until it is started again. */
export interface TransferEvents {
  /** The server knows the upload now, by this id. */
  known(id: string): void;
  sent(bytes: number): void;
  failed(failure: Failure): void;
  done(): void;
}

/** The bytes of one file on their way. Stopping loses nothing: starting again goes on where the server stands. */
export interface Transfer {
  start(): void;
  stop(): void;
}

/** Makes a transfer. `id` where the upload was begun before, else null. */
export type MakeTransfer = (file: File, id: string | null, about: UploadMetadata, events: TransferEvents) => Transfer;

const uploads = '/api/uploads';

/**
 * A transfer by tus. Nothing of it is kept on the device: what is unfinished is asked of the server. Trying again is not left to the library,
 * which would begin a new upload where the server fails to tell how far the old one is.
 */
export const tusTransfer: MakeTransfer = (file, id, about, events) => {
  const metadata = Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined));
  const upload: Upload = new Upload(file, {
    endpoint: id ? null : uploads,
    uploadUrl: id ? `${uploads}/${id}` : null,
    metadata,
    chunkSize: uploadChunk,
    retryDelays: null,
    storeFingerprintForResuming: false,
    onUploadUrlAvailable: () => {
      upload.options.endpoint = null;
      events.known(idIn(upload.url ?? ''));
    },
    onProgress: (sent) => events.sent(sent),
    onError: (error) => events.failed(failureOf(error)),
    onSuccess: () => events.done(),
  });
  return { start: () => upload.start(), stop: () => void upload.abort() };
};

export const TRANSFER = new InjectionToken<MakeTransfer>('TRANSFER', { factory: () => tusTransfer });

const idIn = (url: string) => url.slice(url.lastIndexOf('/') + 1);

/** An error without an answer is a lost line, whatever its words. */
function failureOf(error: Error | DetailedError): Failure {
  const answer = error instanceof DetailedError ? error.originalResponse : null;
  return { status: answer?.getStatus() ?? 0, code: codeIn(answer?.getBody() ?? '') };
}

function codeIn(body: string): string | null {
  try {
    const problem: unknown = JSON.parse(body);
    return typeof problem === 'object' && problem !== null && 'code' in problem ? String(problem.code) : null;
  } catch {
    return null;
  }
}
