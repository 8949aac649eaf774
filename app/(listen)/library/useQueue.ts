'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useEffect, useRef } from 'react';
import { useTRPC, type Answers } from '@/app/trpc';

export type QueueState = Answers['catalogue']['queue'];

/** The server's queue as it stands, kept up to date by one subscription; what is done shows in every list. */
export function useQueue(): QueueState | undefined {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data } = useQuery(trpc.catalogue.queue.queryOptions());
  useSubscription(
    trpc.catalogue.onQueue.subscriptionOptions(undefined, {
      onData: (queue) => queryClient.setQueryData(trpc.catalogue.queue.queryKey(), queue),
    }),
  );
  useRefreshOnChange(data);
  return data;
}

/** Changes come in bursts: the lists wait this long for the rest of one … */
const burstMilliseconds = 400;
/** … and are left alone this long after they were asked. */
const restMilliseconds = 2000;

/** Asks the lists anew when a track has come or a job has ended. */
function useRefreshOnChange(queue: QueueState | undefined): void {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const signature = queue && `${queue.libraryTracks} ${queue.queued + queue.running} ${queue.failed}`;
  const last = useRef<string>(undefined);
  const asked = useRef({ due: Infinity, at: -Infinity });
  useEffect(() => {
    if (signature === undefined || last.current === signature) return;
    const first = last.current === undefined;
    last.current = signature;
    if (first) return;
    const times = asked.current;
    const now = Date.now();
    times.due = Math.min(times.due, Math.max(now + burstMilliseconds, times.at + restMilliseconds));
    const timer = setTimeout(() => {
      asked.current = { due: Infinity, at: Date.now() };
      void queryClient.invalidateQueries({ queryKey: [['catalogue']], predicate: isList });
    }, times.due - now);
    return () => clearTimeout(timer);
  }, [signature, queryClient, trpc]);
}

/** Every query of the catalogue but the queue itself, which the subscription brings. */
function isList({ queryKey }: { queryKey: readonly unknown[] }): boolean {
  const path = queryKey[0];
  return Array.isArray(path) && path[1] !== 'queue';
}
