/** Streamed and broadcast sound stays this far below full scale between its samples, too (EBU R 128, 2020). */
const truePeakCeilingDb = -1;

/** What was measured of a section, before any gain. */
export interface SectionLevels {
  /** Of what lies under the cue; null for silence and for less than 400 ms. */
  integratedLufs: number | null;
  /** Of the whole file; null for digital silence. */
  samplePeakDb: number | null;
  truePeakDb: number | null;
}

/** What is done to a section's level. */
export interface LoudnessGain {
  gainDecibels: number;
  /** How much louder it would have to be for the target; more than 0 where it would clip then. */
  reducedDecibels: number;
  /** How much louder it can still be made without clipping; null for digital silence. */
  headroomDecibels: number | null;
}

/**
 * The gain that brings a section to a target, in LUFS, but not over -1 dB of true peak; without a target none, unless a
 * sample is over full scale.
 */
export function loudnessGain(levels: SectionLevels, targetLufs: number | null): LoudnessGain {
  const { integratedLufs, samplePeakDb, truePeakDb } = levels;
  const wanted = targetLufs === null || integratedLufs === null ? 0 : targetLufs - integratedLufs;
  const [peak, ceiling] = targetLufs === null ? [samplePeakDb, 0] : [truePeakDb, truePeakCeilingDb];
  if (peak === null) return { gainDecibels: 0, reducedDecibels: 0, headroomDecibels: null };
  const gainDecibels = Math.min(wanted, ceiling - peak);
  return {
    gainDecibels,
    reducedDecibels: wanted - gainDecibels,
    headroomDecibels: ceiling - peak - gainDecibels,
  };
}
