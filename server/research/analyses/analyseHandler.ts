import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { handlerOf } from '../../analysis/serveAnalysis';
import { analyseStudy } from './analyseStudy';
import { digestOf } from './digestOf';
import { runAnalysis } from './runAnalysis';

/** Computes an analysis and writes its answer: whole at its path, or not at all. */
export const analyseHandler = handlerOf(analyseStudy, async ({ path, ...work }, onProgress) => {
  const result = await runAnalysis(work, (fraction) => onProgress(fraction, null));
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.unfinished`;
  await writeFile(unfinished, `${JSON.stringify(result)}\n`);
  await rename(unfinished, path);
  return { digest: digestOf(result), inputsSha256: result.inputsSha256 };
});
