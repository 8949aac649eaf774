import Link from 'next/link';
import { EmptyState } from '@/app/ui/message/message';

export default function NoSuchCard() {
  return (
    <EmptyState title="There is no such model card">
      <p>
        The model may have been removed, or never shipped. <Link href="/research/models">See the cards</Link>{' '}
        that are here.
      </p>
    </EmptyState>
  );
}
