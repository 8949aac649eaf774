import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { handlerOf } from '../../../analysis/serveAnalysis';
import { AppError } from '../../../base/errors';
import { cleanText } from '../../../base/cleanText';
import { analysisSpec } from '../../analyses/analysisSpec';
import { readBroughtResult } from '../../analyses/brought/readBroughtResult';
import { digestOf } from '../../analyses/digestOf';
import { copyEnding, readAnalysisFile } from './readAnalysisFile';

/** A larger answer is none of ours, bytes. */
const mostBytes = 2 ** 28;

/** Checks a brought analysis and copies it, byte by byte, to a name of its own. */
export const readAnalysisHandler = handlerOf(readAnalysisFile, async ({ path, name, folder }) => {
  const { size } = await stat(path);
  if (size > mostBytes)
    throw new AppError('too-large', `invalid analysis: ${name} (${size} bytes, at most ${mostBytes})`);
  const bytes = await readFile(path);
  if (!isUtf8(bytes))
    throw new AppError('unreadable', `invalid analysis: ${name} (its text is not UTF-8: it is damaged)`);
  const result = readBroughtResult(bytes.toString('utf8'), name);
  const copy = `${randomUUID()}${copyEnding}`;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, copy), bytes, { flag: 'wx' });
  return {
    ...{ kind: result.kind, title: cleanText(result.title) ?? name, spec: analysisSpec.parse(result.spec) },
    ...{ digest: digestOf(result), inputsSha256: result.inputsSha256, copy },
    inputs: result.inputs.map(({ sha256 }) => sha256),
    program: result.versions.circumplex ?? 'of an unknown version',
  };
});
