import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { installedModel } from '@/server/base/installedModel';
import { isAppError } from '@/server/base/errors';
import { listModels, modelCard } from '@/server/research/cards/modelCards';
import { modelFolder } from '@/server/base/newestModel';
import { CardsPage } from './cards/cardsPage';

export const metadata: Metadata = { title: 'Models' };

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function Page({ searchParams }: PageProps) {
  const { model } = await searchParams;
  const installed = installedModel().name;
  const [models, card] = await Promise.all([
    listModels(modelFolder()),
    findCard(typeof model === 'string' ? model : installed),
  ]);
  return <CardsPage models={models} installed={installed} card={card} />;
}

async function findCard(name: string) {
  try {
    return await modelCard(modelFolder(), name);
  } catch (error) {
    if (isAppError(error) && error.code === 'not-found') notFound();
    throw error;
  }
}
