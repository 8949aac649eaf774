import { createTRPCClient, httpLink, type TRPCClient } from '@trpc/client';
import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '@/server/trpc/router';

/** The server asked directly, past the pages: what a page shows is compared with it. */
export type Api = TRPCClient<AppRouter>;
export type TrackSummary = inferRouterOutputs<AppRouter>['catalogue']['tracks']['rows'][number];

export const openApi = (baseUrl: string): Api =>
  createTRPCClient<AppRouter>({
    links: [httpLink({ url: `${baseUrl}/api/trpc`, methodOverride: 'POST' })],
  });

/** Every track of the library, by title. */
export async function allTracks(api: Api): Promise<TrackSummary[]> {
  const { rows } = await api.catalogue.tracks.query({
    sort: 'title',
    descending: false,
    offset: 0,
    limit: 200,
  });
  return rows;
}
