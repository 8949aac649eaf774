import { type EncodingContext } from '../encodingContext';
import { type FittedModels } from '../ridge/fitModels';
import { testHeldOut } from './heldOutNull';
import { testByPhases } from './phaseNull';
import { testBySigns } from './signNull';
import { type TestedStatistics } from '../scores/tested';

/** Draws what the plan compares held-out scores with, and adds it to the statistics that it tests. */
export async function testAgainstNull(
  context: EncodingContext,
  fitted: FittedModels,
  tested: TestedStatistics,
): Promise<void> {
  const { plan } = context;
  switch (plan.null?.kind) {
    case 'phase':
      if (plan.null.refit) {
        return testByPhases(context, fitted, {
          tested,
          draws: plan.null.count,
          onlyFull: plan.null.models === 'full',
        });
      }
      return testHeldOut(context, fitted, { tested, draws: plan.null.count, blockSamples: null });
    case 'blocks': {
      const { count, blockSamples } = plan.null;
      return testHeldOut(context, fitted, { tested, draws: count, blockSamples });
    }
    case 'signs':
      return testBySigns(tested, { count: plan.null.count, seed: plan.seed });
    case undefined:
  }
}
