import type { PassBand } from '../cleaning/firTaps';
import type { EegBand } from '../eegSignal';

/** Whether a signal holds a band. */
export interface BandJudgement {
  band: string;
  /** `outside`: nothing can be said of it. `partly`: what is measured is that of a part of it. */
  verdict: 'held' | 'partly' | 'outside';
  /** Why it is not held whole, in a sentence; null where it is. */
  words: string | null;
}

/** A filter, and the rate that a signal had there. */
interface Filtering extends PassBand {
  rateHz?: number;
}

/**
 * What is left of a signal that ran through several filters and rates: a rate counts as a low-pass at its half, as
 * recorders filter what it cannot tell.
 */
export function narrowestPassBand(filters: readonly Filtering[]): PassBand {
  const high = filters.flatMap(({ highPassHz }) => highPassHz ?? []);
  const low = filters.flatMap(({ lowPassHz, rateHz }) => [
    ...(lowPassHz === null ? [] : [lowPassHz]),
    ...(rateHz === undefined ? [] : [rateHz / 2]),
  ]);
  return {
    highPassHz: high.length === 0 ? null : Math.max(...high),
    lowPassHz: low.length === 0 ? null : Math.min(...low),
  };
}

/**
 * Which bands a signal holds, by its rate and by all the filters it ran through, those of the recording too.
 *
 * @throws RangeError for a band without a name, one named twice, or one that does not rise from 0 or more
 */
export function judgeBands(bands: readonly EegBand[], rateHz: number, passed: PassBand): BandJudgement[] {
  requireBands(bands);
  return bands.map((band) => judgement(band, rateHz, passed));
}

/** As people read it: rates measured from time stamps have many digits. */
const rounded = (hertz: number | null): number | null =>
  hertz === null ? null : Number(hertz.toPrecision(4));

function requireBands(bands: readonly EegBand[]): void {
  if (bands.length === 0) throw new RangeError('invalid bands: none (at least one)');
  const twice = bands.find(({ name }, index) => bands.findIndex((other) => other.name === name) < index);
  if (twice) throw new RangeError(`invalid bands: ${twice.name} stands twice (name each but once)`);
  for (const { name, fromHz, toHz } of bands)
    if (name.trim() === '' || !(fromHz >= 0 && toHz > fromHz && Number.isFinite(toHz)))
      throw new RangeError(
        `invalid band: "${name}" from ${fromHz} to ${toHz} Hz (a name, and edges that rise from 0 or more)`,
      );
}

function judgement(band: EegBand, rateHz: number, passed: PassBand): BandJudgement {
  const [highPassHz, lowPassHz] = [passed.highPassHz, passed.lowPassHz].map(rounded);
  const { name, fromHz, toHz } = band;
  const told = (verdict: BandJudgement['verdict'], words: string): BandJudgement => ({
    band: name,
    verdict,
    words: `${name} (${fromHz} to ${toHz} Hz) ${words}.`,
  });
  if (toHz > rateHz / 2)
    return told('outside', `ends above ${rateHz / 2} Hz, half of ${rateHz} samples a second`);
  if (highPassHz !== null && toHz <= highPassHz)
    return told('outside', `was taken away by a high-pass at ${highPassHz} Hz`);
  if (lowPassHz !== null && fromHz >= lowPassHz)
    return told('outside', `was taken away by a low-pass at ${lowPassHz} Hz`);
  if (highPassHz !== null && fromHz < highPassHz)
    return told('partly', `begins below a high-pass at ${highPassHz} Hz: its lower part is weakened`);
  if (lowPassHz !== null && toHz > lowPassHz)
    return told('partly', `ends above a low-pass at ${lowPassHz} Hz: its upper part is weakened`);
  return { band: name, verdict: 'held', words: null };
}
