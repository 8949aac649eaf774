'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** Asks everything shown anew, after a correction has changed where the track lies in every list and search. */
export function useRefreshAnswers(): () => Promise<void> {
  const queryClient = useQueryClient();
  return useCallback(() => queryClient.invalidateQueries(), [queryClient]);
}
