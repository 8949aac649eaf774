import { LoudnessMeter } from '../../audio/measure/loudnessMeter';
import type { BarSteps } from './barSteps';
import type { FilmEdit } from './filmEdit';
import type { HeardTrack } from './heardTrack';
import { tempoChange, type Join } from './joinCandidates';

const rateHz = 16_000;
/** Beats by which the pulse on either side of a join is told. */
const pulseBeats = 4;

/** How a join is, measured. */
export interface JoinReport {
  /** When in the edit it is, and where in the track the music ends and goes on, in seconds. */
  atSeconds: number;
  fromSeconds: number;
  toSeconds: number;
  /** How much later than the pulse before the join the pulse after it comes, in milliseconds. */
  beatPhaseMs: number;
  /** By how much the tempo is faster after it, in percent. */
  tempoChangePercent: number;
  /** By how much the first bar after it is louder than the last before it, in LU; null where one is silent. */
  loudnessStepLu: number | null;
  /** Share of the track's own steps from bar to bar that are smaller, in percent. */
  timbrePercentile: number;
  harmonyPercentile: number;
}

/** The joins of an edit, measured. */
export function joinReports(
  { track, steps }: { track: HeardTrack; steps: BarSteps },
  { pieces }: FilmEdit,
  joins: readonly Join[],
): JoinReport[] {
  let atSeconds = 0;
  return joins.map((join, place) => {
    const { startSeconds, endSeconds: fromSeconds } = pieces[place];
    atSeconds += fromSeconds - startSeconds;
    const toSeconds = pieces[place + 1].startSeconds;
    const { timbre, harmony } = steps.percentileOf(steps.stepBetween(join.from - 1, join.to));
    return {
      ...{ atSeconds, fromSeconds, toSeconds },
      beatPhaseMs: 1000 * beatPhase(track, join, { fromSeconds, toSeconds }),
      tempoChangePercent: 100 * tempoChange(track, join),
      loudnessStepLu: loudnessStep(track, join, { fromSeconds, toSeconds }),
      timbrePercentile: timbre,
      harmonyPercentile: harmony,
    };
  });
}

type Seam = Pick<JoinReport, 'fromSeconds' | 'toSeconds'>;

/** Where the pulse after a join is against the one before, by straight lines through some beats on either side. */
function beatPhase({ beats, barBeats }: HeardTrack, join: Join, { fromSeconds, toSeconds }: Seam): number {
  const from = barBeats[join.from];
  const to = barBeats[join.to];
  const before = pulse(beats.slice(Math.max(0, from - pulseBeats), from + 1)).last - fromSeconds;
  const after = pulse(beats.slice(to, to + pulseBeats + 1)).first - toSeconds;
  return after - before;
}

/** The first and the last of a row of beats where a straight line through all of them has it. */
function pulse(row: readonly number[]): { first: number; last: number } {
  const mean = row.reduce((sum, beat) => sum + beat, 0) / row.length;
  const middle = (row.length - 1) / 2;
  const spread = row.reduce((sum, _, place) => sum + (place - middle) ** 2, 0);
  const slope = row.reduce((sum, beat, place) => sum + (place - middle) * (beat - mean), 0) / spread;
  return { first: mean - slope * middle, last: mean + slope * middle };
}

function loudnessStep(
  { mono16k, beats, barBeats }: HeardTrack,
  { from, to }: Join,
  seam: Seam,
): number | null {
  const before = loudnessOf(mono16k, beats[barBeats[from - 1]], seam.fromSeconds);
  const after = loudnessOf(mono16k, seam.toSeconds, beats[barBeats[to + 1]]);
  return before === undefined || after === undefined ? null : after - before;
}

function loudnessOf(mono16k: Float32Array, from: number, to: number): number | undefined {
  const meter = new LoudnessMeter();
  const samples = mono16k.slice(Math.round(from * rateHz), Math.round(to * rateHz));
  meter.push({ channels: [samples], sampleRateHz: rateHz });
  return meter.finish().integratedLufs;
}
