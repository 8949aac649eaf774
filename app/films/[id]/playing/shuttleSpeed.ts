import type { TransportState } from './transport';

const fastest = 8;

/** How fast a film goes once J or L is pressed: as filmed at first or when it went the other way, then twice as fast. */
export function shuttleSpeed({ isPlaying, speed }: TransportState, direction: -1 | 1): number {
  const goesThere = isPlaying && Math.sign(speed) === direction;
  return goesThere ? direction * Math.min(fastest, 2 * Math.abs(speed)) : direction;
}
