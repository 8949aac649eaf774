import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { pageCaller } from '@/app/pageCaller';
import { isAppError } from '@/server/base/errors';
import { readableAnalysis } from '@/server/research/analyses/ownedAnalysis';
import { studyDetail } from '@/server/research/studies/studyDetail';
import { getServices } from '@/server/services';
import { AnalysisPage } from './analysisPage';

interface PageProps {
  params: Promise<{ id: string; analysis: string }>;
}

/** The analysis of an address with its study; an address that names none leads to this page's not-found. */
const findAnalysis = cache(async (id: string, analysisId: string) => {
  if (![id, analysisId].every((text) => /^[1-9]\d{0,8}$/.test(text))) notFound();
  const { database } = getServices();
  const caller = await pageCaller();
  try {
    const analysis = await readableAnalysis(database, caller, Number(analysisId));
    if (analysis.studyId !== Number(id)) notFound();
    return { analysis, study: await studyDetail(database, caller, analysis.studyId) };
  } catch (error) {
    if (isAppError(error) && error.code === 'not-found') notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { id, analysis } = await params;
  return { title: (await findAnalysis(id, analysis)).analysis.title };
}

export default async function Page({ params }: PageProps) {
  const { id, analysis: analysisId } = await params;
  const { analysis, study } = await findAnalysis(id, analysisId);
  return <AnalysisPage key={analysis.id} initial={analysis} study={study} />;
}
