import Link from 'next/link';
import { EmptyState } from '@/app/ui/message/message';

export function NoSuchTrack() {
  return (
    <EmptyState title="There is no such track">
      <p>
        It may have been removed, or the link is from another library. Look through{' '}
        <Link href="/library">your library</Link>, or choose a point on <Link href="/">the plane</Link>.
      </p>
    </EmptyState>
  );
}
