import { doubleRowOf, doubleZeros, type DoubleMatrix } from '../../linear/doubleMatrix';
import { createRandom } from '../../random';
import { drawSurrogates, type Draws } from '../drawSurrogates';
import { permutationTest, type PermutationTest } from '../permutationP';
import { leaveOneOut, meanOverParticipants, type Recordings } from './leaveOneOut';
import { drawParticipants, meanOverPairs, pairCorrelations } from './pairBootstrap';
import { randomTurns, runSpectrum } from './runSpectrum';

/** How likeness between participants is tested. */
export interface IntersubjectPlan {
  /**
   * `phase`: nobody shares anything. Every participant's phases are randomised apart, and all are left out anew. `bootstrap`:
   * other participants could have come. Participants are drawn with replacement, the mean over pairs is taken.
   */
  null: { kind: 'phase' | 'bootstrap'; count: number } | null;
  seed: number;
}

/** How alike the recordings of different people are. */
export interface IntersubjectCorrelation {
  /** [participant][target] with the mean of all others; null where there is nothing to compare. */
  table: (number | null)[][];
  tested: {
    /** [target] the mean of the table over participants. */
    observed: number[];
    /** One-sided; null where no null was asked for. */
    p: number[] | null;
    pFamily: number[] | null;
    q: number[] | null;
    /** In the units of `observed`; null for a bootstrap, whose statistic is the mean over pairs, which is smaller. */
    threshold: number | null;
  };
}

interface Group {
  spectra: Recordings;
  size: { participants: number; targets: number };
}

/**
 * Inter-subject correlation by leaving one out, over all pieces. Its values depend on one another, since each is in the
 * mean of all others: a t-test of them finds too much, and so does randomising only the one left out, whose null is too
 * narrow by the root of 2 (brainiak's issue 466). Both tests here keep that dependence.
 *
 * @param recordings by piece and participant, [samples, targets] each, of one length a piece; null for no run
 * @throws RangeError for fewer than three participants
 * @throws the signal's reason once it is aborted
 */
export async function intersubjectCorrelation(
  recordings: Recordings,
  plan: IntersubjectPlan,
  draws: Draws = {},
): Promise<IntersubjectCorrelation> {
  const participants = recordings[0]?.length ?? 0;
  const targets = recordings.flat().find((run) => run !== null)?.columns ?? 0;
  if (participants < 3 || targets === 0) {
    throw new RangeError(
      `invalid participants: ${participants} with ${targets} targets (at least three with one)`,
    );
  }
  const spectra = recordings.map((runs) => runs.map((run) => run && runSpectrum(run)));
  const group: Group = { spectra, size: { participants, targets } };
  const observed = leaveOneOut(spectra, group.size);
  const table = Array.from({ length: participants }, (_, row) =>
    Array.from(doubleRowOf(observed, row), (r) => (Number.isNaN(r) ? null : r)),
  );
  const mean = meanOverParticipants(observed);
  return { table, tested: { observed: Array.from(mean), ...(await tested(mean, { group, plan, draws })) } };
}

const untested = { p: null, pFamily: null, q: null, threshold: null };

async function tested(
  mean: Float64Array,
  { group, plan, draws }: { group: Group; plan: IntersubjectPlan; draws: Draws },
): Promise<PermutationTest | (Omit<PermutationTest, 'threshold'> & { threshold: null }) | typeof untested> {
  if (plan.null === null) return untested;
  const surrogates = doubleZeros(plan.null.count, mean.length);
  if (plan.null.kind === 'phase') {
    await drawPhases(surrogates, { group, seed: plan.seed, draws });
    return permutationTest(mean, surrogates);
  }
  const observed = await drawGroups(surrogates, { group, seed: plan.seed, draws });
  return { ...permutationTest(observed, surrogates), threshold: null };
}

function drawPhases(
  surrogates: DoubleMatrix,
  { group, seed, draws }: { group: Group; seed: number; draws: Draws },
): Promise<void> {
  return drawSurrogates(
    surrogates.rows,
    (surrogate) => {
      const random = createRandom(seed, `intersubject phases ${surrogate}`);
      const turned = leaveOneOut(group.spectra, group.size, (piece, participant) =>
        randomTurns(group.spectra[piece][participant]!.rows, random),
      );
      doubleRowOf(surrogates, surrogate).set(meanOverParticipants(turned));
    },
    draws,
  );
}

/** Fills in how far means of drawn groups lie from that of the group itself, which it answers. */
async function drawGroups(
  surrogates: DoubleMatrix,
  { group, seed, draws }: { group: Group; seed: number; draws: Draws },
): Promise<Float64Array> {
  const { participants } = group.size;
  const pairs = pairCorrelations(group.spectra, group.size);
  const observed = meanOverPairs(
    pairs,
    Array.from({ length: participants }, (_, index) => index),
  );
  await drawSurrogates(
    surrogates.rows,
    (surrogate) => {
      const random = createRandom(seed, `intersubject group ${surrogate}`);
      const drawn = meanOverPairs(pairs, drawParticipants(participants, random));
      doubleRowOf(surrogates, surrogate).set(drawn.map((value, target) => value - observed[target]));
    },
    draws,
  );
  return observed;
}
