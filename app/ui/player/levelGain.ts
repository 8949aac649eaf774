/** Every track is brought to this loudness (ITU-R BS.1770, as streaming services do), in LUFS. */
const targetLufs = -16;
/** Peaks are left this far below full scale when a track is lifted, in dB. */
const headroomDb = 1;

/**
 * The linear gain that levels a track to the target. A loud track is lowered by all it takes; a quiet one
 * is lifted only as far as its highest sample allows, and not at all while that is unknown.
 */
export function levelGain(loudnessLufs: number | null, samplePeakDb: number | null): number {
  if (loudnessLufs === null) return 1;
  const wantedDb = targetLufs - loudnessLufs;
  if (wantedDb <= 0) return 10 ** (wantedDb / 20);
  if (samplePeakDb === null) return 1;
  return 10 ** (Math.max(0, Math.min(wantedDb, -headroomDb - samplePeakDb)) / 20);
}
