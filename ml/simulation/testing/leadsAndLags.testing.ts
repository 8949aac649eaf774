import { leadLag } from '../../encoding/leadLag/leadLag';
import { defaultLeadLagPlan } from '../../encoding/leadLag/leadLagPlan';
import type { LeadLagReport } from '../../encoding/leadLag/leadLagReport';
import type { PreparedStudy } from '../../encoding/preparedStudy';
import { doubleZeros, type DoubleMatrix } from '../../linear/doubleMatrix';
import { defaultSimulation } from '../simulationPlan';
import { regionsOf } from '../simulatedRegions';
import { Counts } from './truthCounts.testing';
import { level, seedsOf, truthStudy, type TruthSizes } from './truthStudies.testing';

/** A region with no part in the simulation, beside those that have one. */
const bystander = 'left primary visual cortex';
const lagsSeconds = [-10, -6, -2, 2, 6, 10];

function chosenColumns({ rows, columns, values }: DoubleMatrix, chosen: readonly number[]): DoubleMatrix {
  const part = doubleZeros(rows, chosen.length);
  for (let row = 0; row < rows; row++)
    chosen.forEach(
      (column, place) => (part.values[row * chosen.length + place] = values[row * columns + column]),
    );
  return part;
}

/** A study of these regions alone. */
function withTargets(study: PreparedStudy, names: readonly string[]): PreparedStudy {
  const chosen = names.map((name) => study.targets.findIndex((target) => target.name === name));
  return {
    ...study,
    targets: chosen.map((target) => study.targets[target]),
    pieces: study.pieces.map((piece) => ({
      ...piece,
      recordings: piece.recordings.map((recording) => recording && chosenColumns(recording, chosen)),
    })),
  };
}

/** The curve of a scale alone, or over what is known of it otherwise. */
const curveOf = ({ curves }: LeadLagReport, scale: string) => curves.find((curve) => curve.scale === scale)!;

/** Lags on one side of 0 at which a region passes family-wise. */
function passing(
  report: LeadLagReport,
  scale: string,
  { region, side }: { region: string; side: 1 | -1 },
): boolean {
  const target = report.targets.findIndex(({ name }) => name === region);
  const { pFamily } = curveOf(report, scale).tested;
  return lagsSeconds.some((lag, place) => lag * side > 0 && pFamily![place][target] <= level);
}

/** Whether a region goes best with a rating at a lag of one side. */
function isBest(
  report: LeadLagReport,
  scale: string,
  { region, side }: { region: string; side: 1 | -1 },
): boolean {
  const target = report.targets.findIndex(({ name }) => name === region);
  return curveOf(report, scale).bestLagSeconds[target] * side > 0;
}

/**
 * How often leads and lags are found as they are planted, family-wise, and how often the wrong way round: dmPFC follows
 * emotionality; vmPFC and precuneus lead enjoyment.
 */
export async function leadsAndLags(
  sizes: TruthSizes,
  onStudy: (done: number, counts: Counts) => void,
): Promise<Counts> {
  const counts = new Counts();
  const names = [...regionsOf('emotion'), ...regionsOf('liking'), bystander];
  for (const [done, seed] of seedsOf(sizes).entries()) {
    const plan = { ...defaultSimulation, participants: sizes.participants, seed };
    const study = withTargets(truthStudy(plan, sizes), names);
    const scales = ['emotionality change', 'enjoyment change'];
    const asked = { ...defaultLeadLagPlan, scales, lagsSeconds, null: { count: sizes.surrogates }, seed };
    const toBrain = await leadLag(study, { ...asked, direction: 'ratings to brain' });
    const features = ['envelope', 'embedding change'];
    const toRatings = await leadLag(study, { ...asked, features, direction: 'brain to ratings' });
    count(counts, { toBrain, toRatings });
    onStudy(done + 1, counts);
  }
  return counts;
}

function count(
  counts: Counts,
  { toBrain, toRatings }: { toBrain: LeadLagReport; toRatings: LeadLagReport },
): void {
  const [felt, liked] = ['emotionality change', 'enjoyment change'];
  for (const region of regionsOf('emotion')) {
    counts.add(`power: emotionality predicts later ${region}`, passing(toBrain, felt, { region, side: 1 }));
    counts.add(
      `reversed: ${region} goes best with later emotionality`,
      isBest(toBrain, felt, { region, side: -1 }),
    );
    counts.add(
      `reversed: ${region} tells future emotionality`,
      passing(toRatings, felt, { region, side: 1 }),
    );
  }
  for (const region of regionsOf('liking')) {
    counts.add(`power: ${region} tells future enjoyment`, passing(toRatings, liked, { region, side: 1 }));
    counts.add(
      `reversed: ${region} goes best with earlier enjoyment`,
      isBest(toBrain, liked, { region, side: 1 }),
    );
    counts.add(`reversed: enjoyment predicts later ${region}`, passing(toBrain, liked, { region, side: 1 }));
  }
  for (const scale of [felt, liked])
    counts.add(`error: ${scale} and ${bystander}`, passing(toBrain, scale, { region: bystander, side: 1 }));
}
