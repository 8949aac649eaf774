'use client';

import { ErrorState } from './ui/message/message';

export default function PageError({ error, reset }: { error: Error; reset: () => void }) {
  return <ErrorState title="This page stopped working" error={error} onRetry={reset} />;
}
