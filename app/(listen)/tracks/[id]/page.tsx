import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { pageCaller } from '@/app/pageCaller';
import { trackDetail } from '@/server/catalogue/tracks/trackDetail';
import { isAppError } from '@/server/base/errors';
import { getServices } from '@/server/services';
import { readTrackStart } from '@/app/ui/url/links';
import { TrackPage } from './trackPage';

interface PageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The track of an address; an address that names none leads to this page's not-found. */
const findTrack = cache(async (id: string) => {
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  try {
    return await trackDetail(getServices().database, await pageCaller(), Number(id));
  } catch (error) {
    if (isAppError(error) && error.code === 'not-found') notFound();
    throw error;
  }
});

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { title, artist } = await findTrack((await params).id);
  return { title: artist ? `${title} by ${artist}` : title };
}

/** Any encoding's address leads to the page of its recording, with all that it says. */
export default async function Page({ params, searchParams }: PageProps) {
  const { id } = await params;
  const query = await searchParams;
  const track = await findTrack(id);
  if (track.trackId !== Number(id)) redirect(`/tracks/${track.trackId}${queryOf(query)}`);
  const fromSeconds = readTrackStart(query.t, track.durationSeconds);
  return <TrackPage key={`${track.trackId} ${fromSeconds}`} track={track} fromSeconds={fromSeconds} />;
}

function queryOf(parameters: Record<string, string | string[] | undefined>): string {
  const pairs = Object.entries(parameters).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => [name, each]),
  );
  return pairs.length > 0 ? `?${new URLSearchParams(pairs).toString()}` : '';
}
