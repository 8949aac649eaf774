import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { pageCaller } from '@/app/pageCaller';
import { isAppError } from '@/server/base/errors';
import { studyDetail } from '@/server/research/studies/studyDetail';
import { getServices } from '@/server/services';
import { StudyPage } from './studyPage';

interface PageProps {
  params: Promise<{ id: string }>;
}

/** The study of an address; an address that names none of one's own leads to this page's not-found. */
const findStudy = cache(async (id: string) => {
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  try {
    return await studyDetail(getServices().database, await pageCaller(), Number(id));
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
  return <StudyPage key={study.id} initial={study} />;
}
