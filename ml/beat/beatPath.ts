import { frameHopSeconds } from '../audio/measure/logMel';

/** Beats from 207 to 40 a minute, in steps of 2.5 %. */
const [shortestSeconds, longestSeconds] = [0.29, 1.5];
const periodStep = 0.025;
const stateCount = 1 + Math.round(Math.log(longestSeconds / shortestSeconds) / periodStep);
/** The period of each state of tempo, in frames. */
const periods = Float64Array.from(
  { length: stateCount },
  (_, state) => (shortestSeconds * Math.exp(state * periodStep)) / frameHopSeconds,
);

/** Up to how many states the tempo moves from one beat to the next, and what that costs times its logarithm squared. */
const mostSteps = 3;
const changeCost = 411;
/** How far a beat may lie off its tempo, as a part of its period, and what that costs times its logarithm squared. */
const mostOff = 0.08;
const offCost = 200;
/**
 * What each beat gains less, the further its tempo is from the centre: a log-normal preference. The centre is fast, since
 * each beat pays for itself already.
 */
const preferredSeconds = 0.316;
const spreadOctaves = 0.636;
const preference = 0.682;
const tempoGain = periods.map((period) => {
  const octaves = Math.log2((period * frameHopSeconds) / preferredSeconds);
  return -0.5 * preference * (octaves / spreadOctaves) ** 2;
});
const stepCosts = Float64Array.from(
  { length: mostSteps + 1 },
  (_, steps) => changeCost * (steps * periodStep) ** 2,
);
/** For each state, the lengths in frames that a beat may have, and what each costs. */
const lengths = periods.map((period) => Math.round(period));
const reaches = periods.map((period) => Math.max(1, Math.round(mostOff * period)));
const offCosts = Array.from(periods, (period, state) =>
  Float64Array.from({ length: 2 * reaches[state] + 1 }, (_, place) => {
    return offCost * Math.log((lengths[state] - reaches[state] + place) / period) ** 2;
  }),
);

/**
 * The most likely row of beats, by dynamic programming over moments and tempi: the sum of their odds, less what a beat
 * off its tempo, a change of tempo and an unusual tempo cost. (Ellis, "Beat tracking by dynamic programming", 2007, with
 * the tempo as a state that may drift, as in Krebs, Böck and Widmer, "An efficient state-space model for joint tempo and
 * meter tracking", ISMIR 2015.) Time and memory grow with frames times 67 tempi.
 *
 * @param odds - log odds of a beat at each log-mel frame
 * @returns frames of the beats, ascending
 */
export function beatPath(odds: Float64Array): number[] {
  const { value, before } = search(odds);
  const { frame, state } = lastBeat(value, odds.length);
  return backwards({ frame, state }, before);
}

interface Before {
  /** The frame of the beat before the one at [frame, state]; -1 for the first of its row. */
  frames: Int32Array;
  /** The state from which the tempo came to [frame, state] after a beat. */
  states: Uint8Array;
}

function search(odds: Float64Array): { value: Float64Array; before: Before } {
  const cells = odds.length * stateCount;
  const value = new Float64Array(cells);
  // What a row with its last beat here is worth for one that goes on in each state.
  const onward = new Float64Array(cells);
  const before = { frames: new Int32Array(cells).fill(-1), states: new Uint8Array(cells) };
  for (let frame = 0; frame < odds.length; frame++) {
    const at = frame * stateCount;
    for (let state = 0; state < stateCount; state++) {
      let best = frame < periods[state] ? 0 : -Infinity;
      const costs = offCosts[state];
      let from = (frame - lengths[state] + reaches[state]) * stateCount + state;
      for (let place = 0; place < costs.length && from >= 0; place++, from -= stateCount) {
        const worth = onward[from] - costs[place];
        if (worth <= best) continue;
        best = worth;
        before.frames[at + state] = (from - state) / stateCount;
      }
      value[at + state] = best + odds[frame] + tempoGain[state];
    }
    easeTempo(value.subarray(at, at + stateCount), onward.subarray(at), before.states.subarray(at));
  }
  return { value, before };
}

/** Lets the tempo move by some steps after a beat. */
function easeTempo(value: Float64Array, onward: Float64Array, states: Uint8Array): void {
  for (let state = 0; state < stateCount; state++) {
    let best = -Infinity;
    const last = Math.min(stateCount - 1, state + mostSteps);
    for (let other = Math.max(0, state - mostSteps); other <= last; other++) {
      const worth = value[other] - stepCosts[Math.abs(other - state)];
      if (worth <= best) continue;
      best = worth;
      states[state] = other;
    }
    onward[state] = best;
  }
}

/** The best row's last beat: within a period of the end. */
function lastBeat(value: Float64Array, frames: number): { frame: number; state: number } {
  let last = { frame: -1, state: 0 };
  let best = -Infinity;
  for (let state = 0; state < stateCount; state++) {
    const from = Math.max(0, Math.ceil(frames - periods[state]));
    for (let frame = from; frame < frames; frame++) {
      if (value[frame * stateCount + state] <= best) continue;
      best = value[frame * stateCount + state];
      last = { frame, state };
    }
  }
  return last;
}

function backwards(last: { frame: number; state: number }, { frames, states }: Before): number[] {
  const row: number[] = [];
  let { frame, state } = last;
  while (frame >= 0) {
    row.push(frame);
    const from = frames[frame * stateCount + state];
    if (from >= 0) state = states[from * stateCount + state];
    frame = from;
  }
  return row.reverse();
}
