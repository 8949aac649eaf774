import { analysisKind } from '../../../../analysis/analysisKind';
import type { SimulatedFolder } from '../../simulate/simulateEegFolder';
import type { SimulationWish } from '../../simulate/simulationWish';

/** A folder of simulated recordings; heavy enough to be kept off the server's own thread. */
export const simulateFolder = analysisKind<{ folder: string; wish: SimulationWish }, SimulatedFolder>(
  'simulate-eeg-folder',
);
