import { handlerOf } from '../../../../analysis/serveAnalysis';
import { simulateEegFolder } from '../../simulate/simulateEegFolder';
import { simulateFolder } from './simulateFolder';

/** Writes a folder of simulated recordings: whole, or nothing. */
export const simulateFolderHandler = handlerOf(simulateFolder, ({ folder, wish }, onProgress) =>
  simulateEegFolder(folder, wish, { onProgress: (share) => onProgress(share, null) }),
);
