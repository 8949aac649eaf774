/** A track may be shorter than told by as much: a sample at 48 kHz. */
const slackSeconds = 1 / 48_000;

/**
 * Where in its track music begins so that it lasts through a cue: where it is wanted, or as much earlier as the track else
 * ends too soon, since the last sample of its curve may stand for less than half a second. Undefined where the track is
 * shorter than the cue.
 */
export function lastingStart(
  wantedSeconds: number,
  { trackSeconds, cueSeconds }: { trackSeconds: number; cueSeconds: number },
): number | undefined {
  const latest = trackSeconds - cueSeconds;
  return latest < -slackSeconds ? undefined : Math.max(0, Math.min(wantedSeconds, latest));
}
