import { EmptyState } from '@/app/ui/message/message';
import { LinkButton } from '@/app/ui/linkButton';

export default function NotFound() {
  return (
    <EmptyState title="There is no such analysis">
      <p>It may have been removed with its study.</p>
      <LinkButton href="/research/studies">All studies</LinkButton>
    </EmptyState>
  );
}
