import { type Reason, type ReasonCode } from '@haven/recordings/contract';
import { type EntityManager } from 'typeorm';
import { type MediaTools } from '../media/media-tools';
import { type Rendition } from '../media/rendition';
import { type RecordingRow } from '../recording.entity';
import { type TimelineRow } from '../timeline.entity';
import { type StepInput } from './step.entity';

/** What a step is given. `folder` is empty and its own; what is left there goes when the step ends. */
export interface StepContext {
  readonly recording: RecordingRow;
  readonly timeline: TimelineRow;
  readonly input: StepInput | null;
  /** The file as it came, to be read only; empty while it is not an object yet. */
  readonly source: string;
  readonly folder: string;
  readonly tools: MediaTools;
  readonly signal: AbortSignal;
  readonly progress: (fraction: number) => void;
}

/** What a step made: files in its folder to be kept, renditions to choose from, and values of the timeline. */
export interface Made {
  readonly files?: readonly string[];
  readonly renditions?: readonly Rendition[];
  readonly set?: Partial<TimelineRow>;
  /** What else is written with it, in the same transaction. */
  readonly write?: (manager: EntityManager) => Promise<void>;
}

export type StepResult = Made | { readonly skipped: Reason };

/** One step. It can run again at any time, after any kind of end. @throws MediaProblem with the reason for people. */
export type StepWork = (context: StepContext) => Promise<StepResult>;

export const skipped = (code: ReasonCode): StepResult => ({ skipped: { code, facts: {} } });
