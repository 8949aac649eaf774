import { createTRPCContext } from '@trpc/tanstack-react-query';
import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '@/server/trpc/router';

/** How pages ask the server: `useQuery(useTRPC().catalogue.tracks.queryOptions(...))`. */
export const { TRPCProvider, useTRPC } = createTRPCContext<AppRouter>();

export type Answers = inferRouterOutputs<AppRouter>;

/** A track as every list shows it. */
export type TrackSummary = Answers['catalogue']['tracks']['rows'][number];
