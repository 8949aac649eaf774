import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { BenchPage } from './benchPage';

export const metadata: Metadata = { title: 'Film' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  return <BenchPage key={id} projectId={Number(id)} />;
}
