import { Worker } from '../../worker';
import { type HashFile } from './file-hash';

/** See `HashFile`. */
export const hashInThread: HashFile = (file, until) =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./hash.worker', import.meta.url), { type: 'module' });
    const end = (sha256: string | null) => {
      worker.terminate();
      resolve(sha256);
    };
    worker.onmessage = ({ data }: MessageEvent<string | null>) => end(data);
    worker.onerror = () => end(null);
    until.addEventListener('abort', () => end(null), { once: true });
    worker.postMessage(file);
  });
