import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { studyAnalyses, studySeries } from '@/db/schema';
import { analysesFolder, resultFile } from '../studyFolder';
import type { ReadAnalysis } from './readAnalysisFile';

/** A brought analysis, and the file that it was brought in. */
export interface BroughtAnalysis extends ReadAnalysis {
  file: string;
}

/**
 * Adds brought analyses to a study whose series are there already: marked as brought, their answers to the byte. One
 * that shares no series with the study is another study's. Returns why those that were not added were refused, by file.
 */
export async function saveAnalyses(
  { executor, dataDirectory }: { executor: Executor; dataDirectory: string },
  studyId: number,
  analyses: BroughtAnalysis[],
): Promise<Map<string, string>> {
  const refused = new Map<string, string>();
  const rows = await executor
    .select({ sha256: studySeries.sha256 })
    .from(studySeries)
    .where(eq(studySeries.studyId, studyId));
  const here = new Set(rows.map(({ sha256 }) => sha256));
  for (const { file, copy, inputs, digest, program, ...said } of analyses) {
    const otherInputs = inputs.filter((sha256) => !here.has(sha256)).length;
    if (otherInputs === inputs.length) {
      refused.set(file, anotherStudys(file, inputs.length));
      continue;
    }
    const summary = { ...digest, brought: { file, program, otherInputs } };
    const [{ id }] = await executor
      .insert(studyAnalyses)
      .values({ ...said, studyId, summary, finishedAt: sql`now()` })
      .returning({ id: studyAnalyses.id });
    await rename(
      join(analysesFolder(dataDirectory, studyId), copy),
      resultFile(dataDirectory, { studyId, id }),
    );
  }
  return refused;
}

function anotherStudys(file: string, count: number): string {
  return `invalid analysis: ${file} (none of its ${count} series is in this study: it is another study's)`;
}
