'use client';

import { Button } from '../button';
import { useCaller } from './callerContext';

export interface ShareButtonProps {
  shared: boolean;
  onShare: (shared: boolean) => void;
  isPending: boolean;
  kind?: 'plain' | 'quiet';
}

/** Lets others look at something of one's own; nothing where there are no others. */
export function ShareButton({ shared, onShare, isPending, kind }: ShareButtonProps) {
  if (!useCaller()?.areNamed) return null;
  return (
    <Button
      size="small"
      kind={kind}
      isPending={isPending}
      aria-pressed={shared}
      onPress={() => onShare(!shared)}
    >
      {shared ? 'Shared: keep it to myself' : 'Share'}
    </Button>
  );
}
