import type { Metadata } from 'next';
import { findEegStudy } from '@/app/ui/eeg/findEegStudy';
import { EegStudyPage } from './eegStudyPage';

interface PageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: (await findEegStudy((await params).id)).title };
}

export default async function Page({ params }: PageProps) {
  const study = await findEegStudy((await params).id);
  return <EegStudyPage key={study.id} initial={study} />;
}
