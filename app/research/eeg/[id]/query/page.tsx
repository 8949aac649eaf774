import type { Metadata } from 'next';
import { findEegStudy } from '@/app/ui/eeg/findEegStudy';
import { QueryPage } from './queryPage';

interface PageProps {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  return { title: `Music by EEG: ${(await findEegStudy((await params).id)).title}` };
}

export default async function Page({ params }: PageProps) {
  const study = await findEegStudy((await params).id);
  return <QueryPage key={study.id} study={study} />;
}
