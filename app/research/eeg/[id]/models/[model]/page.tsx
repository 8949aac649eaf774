import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { pageCaller } from '@/app/pageCaller';
import { isAppError } from '@/server/base/errors';
import { eegStudyDetail } from '@/server/research/eeg/store/studies/eegStudyDetail';
import { getServices } from '@/server/services';
import { ModelPage } from './modelPage';

interface PageProps {
  params: Promise<{ id: string; model: string }>;
}

/** The model of an address with its study; an address that names none leads to this page's not-found. */
const findModel = cache(async (id: string, modelId: string) => {
  if (![id, modelId].every((text) => /^[1-9]\d{0,8}$/.test(text))) notFound();
  try {
    const study = await eegStudyDetail(getServices().database, await pageCaller(), Number(id));
    const model = study.models.find((each) => each.id === Number(modelId));
    if (!model) notFound();
    return { model, study };
  } catch (error) {
    if (isAppError(error) && error.code === 'not-found') notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { id, model } = await params;
  return { title: (await findModel(id, model)).model.title };
}

export default async function Page({ params }: PageProps) {
  const { id, model: modelId } = await params;
  const { model, study } = await findModel(id, modelId);
  return <ModelPage key={model.id} initial={model} study={study} />;
}
