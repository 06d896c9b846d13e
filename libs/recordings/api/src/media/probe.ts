import { Input, FilePathSource, EncodedPacketSink, type InputTrack } from 'mediabunny';
import * as z from 'zod';
import { problem } from './media-problem';
import { type MediaTools } from './media-tools';
import { runProgram } from './run-program';
import { type Container, readable, sniff } from './sniff';

/**
 * What is in a media file. `duration` in seconds, as far as there really is something; width and height in pixels as they are to be
 * shown; `keyframeGap`: the longest way between two pictures that stand alone, in seconds.
 */
export const Probe = z.object({
  container: z.string(),
  duration: z.number(),
  video: z
    .object({
      codec: z.string(),
      width: z.number().int(),
      height: z.number().int(),
      rotated: z.boolean(),
      squarePixels: z.boolean(),
      deep: z.boolean(),
      keyframeGap: z.number(),
    })
    .nullable(),
  audio: z.object({ codec: z.string(), channels: z.number().int(), tracks: z.number().int() }).nullable(),
});
export type Probe = z.infer<typeof Probe>;

/** How much of what a file declares may be missing before it counts as cut off: two seconds, or a fiftieth. */
export const isCutOff = (declared: number, found: number) => found < declared - Math.max(2, declared / 50);

/**
 * Looks into a file, with ffprobe where it is there and by Haven alone where it is not. Reads every packet's header, so that a file that
 * declares more than it holds is found out.
 * @throws MediaProblem `empty`, `not-media`, `playlist`, `no-tracks`, `too-short`, `truncated`, `damaged`.
 */
export async function probe(
  file: string,
  { tools, folder, signal }: { readonly tools: MediaTools; readonly folder: string; readonly signal: AbortSignal },
): Promise<Probe> {
  const container = await sniff(file);
  const found = tools.ffprobe
    ? await withProgram(tools.ffprobe, file, container, folder, signal)
    : await alone(file, container);
  if (!found.video && !found.audio) throw problem('no-tracks');
  if (isCutOff(found.declared, found.duration))
    throw problem('truncated', { declared: Math.round(found.declared), found: Math.round(found.duration) });
  if (found.duration < 1) throw problem('too-short');
  const { declared: _, ...probed } = found;
  return probed;
}

type Found = Probe & { readonly declared: number };

const Stream = z.object({
  index: z.number(),
  codec_type: z.string().optional(),
  codec_name: z.string().default('unknown'),
  width: z.number().optional(),
  height: z.number().optional(),
  pix_fmt: z.string().optional(),
  channels: z.number().optional(),
  sample_aspect_ratio: z.string().optional(),
  disposition: z.object({ attached_pic: z.number().default(0) }).default({ attached_pic: 0 }),
  side_data_list: z.array(z.object({ rotation: z.coerce.number().optional() })).default([]),
});
const Shown = z.object({
  streams: z.array(Stream).default([]),
  format: z.object({ duration: z.coerce.number().default(0) }).default({ duration: 0 }),
});

async function withProgram(
  ffprobe: string,
  file: string,
  container: Container,
  folder: string,
  signal: AbortSignal,
): Promise<Found> {
  const limits = { seconds: 900, memoryMb: 4096, outputMb: 64 };
  const input = ['-v', 'error', '-protocol_whitelist', 'file,pipe', '-f', container, '-i', file];
  const show = ['-show_streams', '-show_format', '-of', 'json'];
  const { stdout } = await runProgram(ffprobe, [...input, ...show], { limits, folder, signal });
  const { streams, format } = Shown.parse(JSON.parse(stdout));
  const packets = new Packets();
  const list = ['-show_entries', 'packet=stream_index,pts_time,duration_time,flags', '-of', 'csv=p=0'];
  await runProgram(ffprobe, [...input, ...list], { limits, folder, signal, onLine: (line) => packets.hear(line) });
  const filled = streams.filter(({ index }) => packets.has(index));
  const video = filled.find((one) => one.codec_type === 'video' && one.disposition.attached_pic === 0);
  const audio = filled.filter((one) => one.codec_type === 'audio');
  return {
    container,
    declared: format.duration,
    duration: packets.lasts,
    video: video ? pictureOf(video, packets.gapOf(video.index)) : null,
    audio: audio[0] ? { codec: audio[0].codec_name, channels: audio[0].channels ?? 1, tracks: audio.length } : null,
  };
}

function pictureOf(stream: z.infer<typeof Stream>, keyframeGap: number): NonNullable<Probe['video']> {
  const turn = Math.abs(stream.side_data_list.find(({ rotation }) => rotation !== undefined)?.rotation ?? 0);
  const [across = 1, down = 1] = (stream.sample_aspect_ratio ?? '1:1').split(':').map(Number);
  const ratio = across > 0 && down > 0 ? across / down : 1;
  const size = [Math.round((stream.width ?? 0) * ratio), stream.height ?? 0] as const;
  const [width, height] = turn % 180 === 90 ? [size[1], size[0]] : size;
  return {
    codec: stream.codec_name,
    width,
    height,
    rotated: turn !== 0,
    squarePixels: ratio === 1,
    deep: !/^yuvj?420p$/.test(stream.pix_fmt ?? 'yuv420p'),
    keyframeGap,
  };
}

/** What the headers of all packets say, heard one by one: a long recording has hundreds of thousands. */
class Packets {
  private begin = Infinity;
  private end = 0;
  private readonly counts = new Map<number, number>();
  private readonly keys = new Map<number, { last: number; gap: number }>();

  hear(line: string): void {
    const [index = '', at = '', lasts = '', flags = ''] = line.split(',');
    if (!/^\d+$/.test(index)) return;
    const stream = Number(index);
    this.counts.set(stream, (this.counts.get(stream) ?? 0) + 1);
    const time = Number(at);
    if (!Number.isFinite(time)) return;
    this.begin = Math.min(this.begin, time);
    this.end = Math.max(this.end, time + (Number(lasts) || 0));
    if (flags.startsWith('K')) this.key(stream, time);
  }

  /** Broadcast streams begin at any hour. */
  get lasts(): number {
    return Math.max(0, this.end - Math.max(0, Math.min(this.begin, this.end)));
  }

  has(stream: number): boolean {
    return this.counts.has(stream);
  }

  gapOf(stream: number): number {
    const key = this.keys.get(stream);
    return key ? Math.max(key.gap, this.end - key.last) : this.end;
  }

  private key(stream: number, time: number): void {
    const before = this.keys.get(stream);
    this.keys.set(stream, { last: time, gap: before ? Math.max(before.gap, time - before.last) : 0 });
  }
}

async function alone(file: string, container: Container): Promise<Found> {
  const input = new Input({ source: new FilePathSource(file), formats: readable });
  try {
    if (container === 'avi') throw problem('cannot-play', { codec: container });
    if (!(await input.canRead())) throw problem('not-media');
    const [video, audio] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
    const [picture, sound] = [await packetsOf(video), await packetsOf(audio)];
    const begin = Math.max(0, Math.min(picture.begin, sound.begin));
    const lasts = Math.max(0, Math.max(picture.end, sound.end) - begin);
    const tracks = (await input.getAudioTracks()).length;
    return {
      container,
      declared: ((await input.getDurationFromMetadata()) ?? begin + lasts) - begin,
      duration: lasts,
      video:
        video && picture.count > 0
          ? {
              codec: (await video.getCodec()) ?? 'unknown',
              width: await video.getDisplayWidth(),
              height: await video.getDisplayHeight(),
              rotated: (await video.getRotation()) !== 0,
              squarePixels: true,
              deep: beyond.test((await video.getCodecParameterString()) ?? ''),
              keyframeGap: picture.gap,
            }
          : null,
      audio:
        audio && sound.count > 0
          ? { codec: (await audio.getCodec()) ?? 'unknown', channels: await audio.getNumberOfChannels(), tracks }
          : null,
    };
  } finally {
    input.dispose();
  }
}

/** H.264 with more than eight bits or finer colours, which browsers do not show (its profiles 110, 122 and 244). */
const beyond = /^avc[13]\.(?:6e|7a|f4)/i;

interface Track {
  readonly count: number;
  readonly begin: number;
  readonly end: number;
  readonly gap: number;
}

/** Reads every packet of a track, since an index promises packets that a file that was cut off does not have. */
async function packetsOf(track: InputTrack | null): Promise<Track> {
  const found = { count: 0, begin: Infinity, end: 0, gap: 0 };
  if (!track) return found;
  let key: number | undefined;
  try {
    for await (const packet of new EncodedPacketSink(track).packets()) {
      found.count++;
      found.begin = Math.min(found.begin, packet.timestamp);
      found.end = Math.max(found.end, packet.timestamp + packet.duration);
      if (packet.type !== 'key') continue;
      found.gap = Math.max(found.gap, packet.timestamp - (key ?? packet.timestamp));
      key = packet.timestamp;
    }
  } catch {
    // The bytes end here: what was counted is what there is.
  }
  return found;
}
