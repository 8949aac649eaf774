import { type Dimension } from '../affect/dimension';
import { type FactorRows, solveDown } from './choleskyRows';
import { type Correction } from './correction';
import { EarAxis, type HeardTrack } from './earAxis';
import { type EarLibrary, libraryOfTracks } from './earLibrary';
import { type EarAxisSettings } from './earSettings';
import { likenessTo } from './likeness';

/** What one person, or the labels of one set, say of tracks of a library, each track once. */
export interface KnownCorrections {
  library: EarLibrary;
  /** A few hundred at most: the work grows with their number's third power. */
  corrections: readonly Correction[];
}

/** Corrected tracks alone, each with its likeness to all of them. */
export interface HeardCorrections extends KnownCorrections {
  heard: HeardTrack[];
}

/** The corrected tracks of a library, heard at a reach. */
export function hearCorrections(
  { library: whole, corrections }: KnownCorrections,
  reach: number,
): HeardCorrections {
  const library = libraryOfTracks(
    whole,
    corrections.map(({ track }) => track),
  );
  const heard = corrections.map((_, track) => ({ track, likeness: likenessTo(library, track, reach) }));
  return { library, corrections, heard };
}

/**
 * The log of the density that settings give the corrections of one axis, in the tracks' deviations (marginal likelihood:
 * Rasmussen and Williams 2006, equation 2.30).
 */
export function logEvidence(
  { library, corrections, heard }: HeardCorrections,
  dimension: Dimension,
  settings: EarAxisSettings,
): number {
  const axis = new EarAxis(library.axes[dimension], settings);
  const factor = heard.reduce<FactorRows>((grown) => axis.grown(grown, heard), []);
  const residuals = Float64Array.from(corrections, (one, track) => axis.residual(track, one[dimension]));
  const misfit = solveDown(factor, residuals).reduce((sum, value) => sum + value * value, 0);
  const constant = (corrections.length / 2) * Math.log(2 * Math.PI);
  return factor.reduce((sum, row) => sum - Math.log(row[row.length - 1]), -misfit / 2 - constant);
}
