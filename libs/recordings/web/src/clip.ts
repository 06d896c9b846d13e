/** Clips out of recordings, an entry of its own: pages that have them load it when one is asked for. */
export { RecordingClip } from './clip/recording-clip';
