// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- an ambient declaration cannot be imported
/// <reference path="./hls-light.d.ts" />
const playlist = 'application/vnd.apple.mpegurl';

/**
 * How many seconds ahead hls.js fetches. Without the second figure it is as many as fit into 60 MB: the whole of most recordings, also of one
 * that was stopped at once, and data costs money.
 */
const ahead = { maxBufferLength: 30, maxMaxBufferLength: 60 };

/** What brings the media of `url` to the element. `failed` is called once it cannot go on by itself. */
export interface Engine {
  destroy(): void;
}

/**
 * Plays HLS: with Apple's engine where it is there, and where there is no other, else with hls.js, which is fetched only then. Chromium has
 * an engine too, but asks for whole files where a part would do: its first picture at 300 kb/s took three times as long (decision 0017).
 * `at`: the second that is asked for first. A browser that claims to play HLS and does not is given hls.js as well, and one that cannot get hls.js its own engine.
 */
export function play(video: HTMLVideoElement, url: string, at: number, failed: () => void): Engine {
  const stop = new AbortController();
  const own = video.canPlayType(playlist) !== '';
  const hasHlsJs = typeof MediaSource !== 'undefined';
  const withOwn = (fallBack: () => void) => {
    video.addEventListener('error', fallBack, { once: true, signal: stop.signal });
    video.src = url;
    stop.signal.addEventListener('abort', () => video.removeAttribute('src'));
  };
  const withHlsJs = (fallBack: () => void) => void loadHlsJs(video, { url, at }, stop.signal, failed, fallBack);
  if (own && ('ManagedMediaSource' in globalThis || !hasHlsJs))
    withOwn(() => (hasHlsJs ? withHlsJs(failed) : failed()));
  else withHlsJs(() => (own ? withOwn(failed) : failed()));
  return { destroy: () => stop.abort() };
}

async function loadHlsJs(
  video: HTMLVideoElement,
  { url, at }: { url: string; at: number },
  stopped: AbortSignal,
  failed: () => void,
  missing: () => void,
): Promise<void> {
  // The file itself may not come: no connection, or a newer release has replaced it.
  const hlsJs = await import('hls.js/light').catch(() => null);
  if (stopped.aborted) return;
  if (!hlsJs?.default.isSupported()) return missing();
  const Hls = hlsJs.default;
  // The worker would be made from a blob URL, which `require-trusted-types-for 'script'` forbids.
  const startPosition = at > 0 ? at : -1;
  const hls = new Hls({ enableWorker: false, ...ahead, capLevelToPlayerSize: true, startPosition });
  let recovered = false;
  hls.on(Hls.Events.ERROR, (_event, { fatal, type }) => {
    if (!fatal) return;
    if (type === Hls.ErrorTypes.MEDIA_ERROR && !recovered) {
      recovered = true;
      hls.recoverMediaError();
    } else failed();
  });
  stopped.addEventListener('abort', () => hls.destroy());
  hls.loadSource(url);
  hls.attachMedia(video);
}
