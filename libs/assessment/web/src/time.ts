/** For attempts that have an end. */
export { TimeLeft } from './attempt/time-left';
