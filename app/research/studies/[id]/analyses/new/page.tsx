import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { layerGroups, type LayerGroup } from '@/app/ui/study/layerGroups';
import type { Study } from '@/app/ui/study/studyAnswers';
import { pageCaller } from '@/app/pageCaller';
import { isAppError } from '@/server/base/errors';
import {
  couplingSpec,
  encodingSpec,
  intersubjectSpec,
  leadLagSpec,
} from '@/server/research/analyses/analysisSpec';
import { listNetworks } from '@/server/research/features/listNetworks';
import { studyDetail } from '@/server/research/studies/studyDetail';
import { getServices } from '@/server/services';
import { NewAnalysisPage } from './newAnalysisPage';
import type { SpecByKind } from './specByKind';

export const metadata: Metadata = { title: 'New analysis' };

interface PageProps {
  params: Promise<{ id: string }>;
}

export default async function Page({ params }: PageProps) {
  const { id } = await params;
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  const caller = await pageCaller();
  const study = await studyDetail(getServices().database, caller, Number(id)).catch((error: unknown) => {
    if (isAppError(error) && error.code === 'not-found') notFound();
    throw error;
  });
  return <NewAnalysisPage study={study} defaults={defaultSpecs()} groups={await groupsOf(study)} />;
}

/** The layers of networks that a study has; networks are looked into only where it has some. */
async function groupsOf({ series }: Pick<Study, 'series'>): Promise<LayerGroup[]> {
  const features = series.filter(({ kind }) => kind === 'feature').map(({ name }) => name);
  if (layerGroups(features, []).length === 0) return [];
  const { database, settings } = getServices();
  return layerGroups(features, await listNetworks({ database, dataDirectory: settings.dataDirectory }));
}

/** What the server takes where nothing is said, so that the page need not say it again. */
function defaultSpecs(): SpecByKind {
  const some = [{ name: 'feature', series: 'feature' }];
  const rated = [{ name: 'rating', series: 'rating', from: 'rating' as const }];
  return {
    coupling: couplingSpec.parse({ kind: 'coupling', spaces: some, scales: rated }),
    encoding: encodingSpec.parse({ kind: 'encoding', spaces: some }),
    leadLag: leadLagSpec.parse({ kind: 'leadLag', spaces: some, scales: rated }),
    intersubject: intersubjectSpec.parse({ kind: 'intersubject' }),
  };
}
