'use client';

import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { useRefreshCatalogue } from './useRefreshCatalogue';

/** Has the tags of the files in a folder read again, or without one of every file of the library. */
export function ReadTagsAgain({ path }: { path?: string }) {
  const trpc = useTRPC();
  const onSuccess = useRefreshCatalogue();
  const read = useMutation(trpc.catalogue.readTags.mutationOptions({ onSuccess }));
  return (
    <Button size="small" kind="quiet" isPending={read.isPending} onPress={() => read.mutate({ path })}>
      {path === undefined ? 'Read all tags again' : 'Read tags again'}
    </Button>
  );
}
