import { LessonDetail } from '@haven/catalog/contract';
import { type RecordingDetail, type WatchClaim, WatchResults } from '@haven/recordings/contract';
import { newId } from '@haven/shared/api';
import { type Range } from '@haven/shared/contract';
import { seconds } from '@haven/shared/contract/plain';
import { type Browser } from './browser';
import { type World } from './world';

/** The recording of the demo's webinar lesson, as anybody finds it. */
export async function webinar(world: World): Promise<RecordingDetail> {
  const url = '/api/courses/sanctuary-in-cities/lessons/webinar';
  const { recording } = (await world.visitor().get(url).expect(200)).json(LessonDetail);
  if (!recording) throw new Error('the webinar lesson has no recording');
  return recording;
}

/** A player on one device, with one recording. */
export class Player {
  readonly session = newId();
  private seq = 0;

  constructor(
    private readonly world: World,
    private readonly browser: Browser,
    private readonly recording: { readonly id: string; readonly rev: number },
    private readonly lease: string | null = null,
  ) {}

  /** Says what was played, whether or not it was. */
  async claim(ranges: readonly Range[]): Promise<WatchResults['results'][number]> {
    const { id, rev } = this.recording;
    const claim: WatchClaim = {
      ...{ session: this.session, recording: id, rev, ranges: [...ranges] },
      ...{ position: ranges.at(-1)?.[1] ?? 0, seq: this.seq++, rate: 1, lease: this.lease },
    };
    const { results } = (await this.browser.post('/api/watch/claims', { claims: [claim] }).expect(200)).json(
      WatchResults,
    );
    if (!results[0]) throw new Error('the claim was not answered');
    return results[0];
  }

  /** Plays as a person does: begins, lets the time pass at this speed, and claims what was played. */
  async watch(ranges: readonly Range[], rate = 1): Promise<WatchResults['results'][number]> {
    await this.claim([]);
    this.world.clock.forward((seconds(ranges) / rate) * 1000);
    return this.claim(ranges);
  }
}
