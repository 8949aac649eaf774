'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** Asks every shown part of the catalogue anew, after something in it was changed. */
export function useRefreshCatalogue(): () => Promise<void> {
  const queryClient = useQueryClient();
  return useCallback(() => queryClient.invalidateQueries({ queryKey: [['catalogue']] }), [queryClient]);
}
