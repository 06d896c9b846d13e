export { Gathering, PIECE } from './pieces';
export { type Pack, type PackFile, PackStore } from './pack-store';
