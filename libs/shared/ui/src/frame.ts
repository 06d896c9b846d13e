/**
 * The part that the frame around every page needs. A bundle is divided by file: whoever imports one thing from `index.ts` loads everything
 * that it names, and on the first page nobody waits for tabs.
 */
export { Announcer, HvLiveRegion } from './announcer';
export { HvIcon } from './icon';
