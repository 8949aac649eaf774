import Link from 'next/link';
import { EmptyState } from './ui/message/message';

export const metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <EmptyState title="There is no such page">
      <p>
        The link may be old, or the track may have been removed. Choose a point on{' '}
        <Link href="/">the plane</Link>, or look through <Link href="/library">your library</Link>.
      </p>
    </EmptyState>
  );
}
