import { type Rendition } from './rendition';

/**
 * The main playlist (RFC 8216, section 4.3.4): the lowest picture first, because players begin with the first and a thin line then shows
 * something in three seconds instead of fifteen; the sound alone last, so that no player begins with it.
 */
export function masterPlaylist(renditions: readonly Rendition[]): string {
  const order = renditions.toSorted((a, b) => rank(a) - rank(b));
  const lines = order.flatMap(({ name, bandwidth, codecs, width, height }) => {
    const size = width && height ? `,RESOLUTION=${width}x${height}` : '';
    return [`#EXT-X-STREAM-INF:BANDWIDTH=${bandwidth},CODECS="${codecs}"${size}`, `${name}.m3u8`];
  });
  return ['#EXTM3U', '#EXT-X-VERSION:7', '#EXT-X-INDEPENDENT-SEGMENTS', ...lines, ''].join('\n');
}

const rank = ({ height, bandwidth }: Rendition) => (height === null ? Number.MAX_SAFE_INTEGER : bandwidth);
