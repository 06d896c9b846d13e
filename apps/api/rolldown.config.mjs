import { bundleFor } from '../../tools/build/rolldown.mjs';

export default bundleFor('api');
