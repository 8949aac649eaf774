'use client';

import { onlineManager, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createTRPCClient, httpLink, httpSubscriptionLink, splitLink } from '@trpc/client';
import { useState, type ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { AppRouter } from '@/server/trpc/router';
import { fetchSignedIn } from './fetchSignedIn';
import { TRPCProvider } from './trpc';
import { CallerProvider, type PageCaller } from './ui/caller/callerContext';
import { holdNavigation } from './ui/lostServer/heldNavigation';
import { LostServerNotice } from './ui/lostServer/lostServerNotice';
import { serverReach } from './ui/lostServer/serverReach';
import { PlayerProvider } from './ui/player/playerContext';

const url = '/api/trpc';

/**
 * Answers stay fresh for half a minute, and a question that failed is put once more. While the server is lost, questions wait
 * for its return and pages keep the answers they have; what a person does fails at once, so that it is not done later unseen.
 */
function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures) => serverReach.isLost() || failures < 1,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always' },
    },
  });
}

/** Has questions and the router wait for a server that is lost. */
function waitForServer(): void {
  if (typeof window === 'undefined') return;
  holdNavigation();
  serverReach.subscribe(() => onlineManager.setOnline(!serverReach.isLost()));
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
export function Providers({ caller, children }: { caller: PageCaller | null; children: ReactNode }) {
  useState(waitForServer);
  const [queryClient] = useState(makeQueryClient);
  const [trpcClient] = useState(makeClient);
  return (
    <I18nProvider locale="en-GB">
      <QueryClientProvider client={queryClient}>
        <TRPCProvider trpcClient={trpcClient} queryClient={queryClient}>
          <CallerProvider caller={caller}>
            <PlayerProvider>{children}</PlayerProvider>
          </CallerProvider>
          <LostServerNotice />
        </TRPCProvider>
      </QueryClientProvider>
    </I18nProvider>
  );
}
