'use client';

import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createTRPCClient, httpLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import { useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { AppRouter } from '@/server/trpc/router';
import { fetchSignedIn } from './fetchSignedIn';
import { TRPCProvider } from './trpc';
import { PlayerProvider } from './ui/player/playerContext';

const url = '/api/trpc';

/** Answers stay fresh for half a minute; a refused request is told at once, a lost one tried once more. */
function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { staleTime: 30_000, retry: 1, refetchOnWindowFocus: false } },
  });
}

/** Questions go by POST, each on its own: a long drawing would not fit a URL, nor a quick answer wait for a slow one. */
function makeClient() {
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (operation) => operation.type === 'subscription',
        true: httpSubscriptionLink({ url }),
        false: httpLink({ url, methodOverride: 'POST', fetch: fetchSignedIn }),
      }),
    ],
  });
}

/** What every page needs around it: the way to the server, one language for numbers, and the one player. */
export function Providers({ children }: { children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient);
  const [trpcClient] = useState(makeClient);
  return (
    <I18nProvider locale="en-GB">
      <QueryClientProvider client={queryClient}>
        <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
          <PlayerProvider>{children}</PlayerProvider>
        </TRPCProvider>
      </QueryClientProvider>
    </I18nProvider>
  );
}
