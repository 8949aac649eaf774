import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { owner } from '@/server/access/caller';
import { isAppError } from '@/server/base/errors';
import { eegStudyDetail } from '@/server/research/eeg/store/studies/eegStudyDetail';
import { getServices } from '@/server/services';
import { EegStudyPage } from './eegStudyPage';

interface PageProps {
  params: Promise<{ id: string }>;
}

/** The study of an address; an address that names none of one's own leads to this page's not-found. */
const findStudy = cache(async (id: string) => {
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  try {
    return await eegStudyDetail(getServices().database, owner, Number(id));
  } catch (error) {
    if (isAppError(error) && error.code === 'not-found') notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: (await findStudy((await params).id)).title };
}

export default async function Page({ params }: PageProps) {
  const study = await findStudy((await params).id);
  return <EegStudyPage key={study.id} initial={study} />;
}
