import { tempoEvents } from './tempoEvents';

/** How ticks of a MIDI file become seconds: from each tick on, so many seconds a tick. Ascending, the first at 0. */
export interface TempoMap {
  ticksPerQuarter: number;
  changes: readonly { tick: number; seconds: number; secondsPerTick: number }[];
}

const standardSecondsPerQuarter = 0.5;

/**
 * The tempo map of a standard MIDI file (MIDI 1.0, RP-001): the tempo events of its first track, where format 1
 * keeps them, 120 quarter notes a minute before the first. Throws RangeError for bytes that are no such file.
 */
export function readTempoMap(file: Uint8Array): TempoMap {
  const { ticksPerQuarter, events } = tempoEvents(file);
  const changes = [{ tick: 0, seconds: 0, secondsPerTick: standardSecondsPerQuarter / ticksPerQuarter }];
  for (const { tick, secondsPerQuarter } of events) {
    const last = changes[changes.length - 1];
    const change = {
      tick,
      seconds: last.seconds + (tick - last.tick) * last.secondsPerTick,
      secondsPerTick: secondsPerQuarter / ticksPerQuarter,
    };
    if (tick === last.tick) changes[changes.length - 1] = change;
    else changes.push(change);
  }
  return { ticksPerQuarter, changes };
}

/** When a place in the music, counted in quarter notes from the start, is heard. */
export function secondsAtQuarter({ ticksPerQuarter, changes }: TempoMap, quarters: number): number {
  const tick = Math.round(quarters * ticksPerQuarter);
  const {
    tick: start,
    seconds,
    secondsPerTick,
  } = changes.findLast((change) => change.tick <= tick) ?? changes[0];
  return seconds + (tick - start) * secondsPerTick;
}
