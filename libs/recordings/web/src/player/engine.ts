/// <reference path="./hls-light.d.ts" />
import type Hls from 'hls.js/light';

const playlist = 'application/vnd.apple.mpegurl';

/** What brings the media of `url` to the element. `failed` is called once it cannot go on by itself. */
export interface Engine {
  destroy(): void;
}

/**
 * Plays HLS: with the browser's own engine where it has one, else with hls.js, which is fetched only then. A browser that claims to play
 * HLS and does not is given hls.js as well.
 */
export function play(video: HTMLVideoElement, url: string, failed: () => void): Engine {
  if (video.canPlayType(playlist) === '') return withHlsJs(video, url, failed);
  let second: Engine | null = null;
  const fallBack = () => {
    if (second || typeof MediaSource === 'undefined') return failed();
    second = withHlsJs(video, url, failed);
  };
  video.addEventListener('error', fallBack);
  video.src = url;
  return {
    destroy: () => {
      video.removeEventListener('error', fallBack);
      if (second) second.destroy();
      else video.removeAttribute('src');
    },
  };
}

function withHlsJs(video: HTMLVideoElement, url: string, failed: () => void): Engine {
  let gone = false;
  let hls: Hls | null = null;
  import('hls.js/light').then(({ default: Hls }) => {
    if (gone) return;
    if (Hls.isSupported()) hls = start(Hls, video, url, failed);
    else failed();
  }, failed);
  return { destroy: () => ((gone = true), hls?.destroy()) };
}

function start(HlsJs: typeof Hls, video: HTMLVideoElement, url: string, failed: () => void): Hls {
  // The worker would be made from a blob URL, which `require-trusted-types-for 'script'` forbids.
  const hls = new HlsJs({ enableWorker: false, maxBufferLength: 30, capLevelToPlayerSize: true });
  let recovered = false;
  hls.on(HlsJs.Events.ERROR, (_event, { fatal, type }) => {
    if (!fatal) return;
    if (type === HlsJs.ErrorTypes.MEDIA_ERROR && !recovered) {
      recovered = true;
      hls.recoverMediaError();
    } else failed();
  });
  hls.loadSource(url);
  hls.attachMedia(video);
  return hls;
}
