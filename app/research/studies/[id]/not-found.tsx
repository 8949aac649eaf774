import { EmptyState } from '@/app/ui/message/message';
import { LinkButton } from '@/app/ui/linkButton';

export default function NotFound() {
  return (
    <EmptyState title="There is no such study">
      <p>It may have been deleted, or it is somebody else’s.</p>
      <LinkButton href="/research/studies">All studies</LinkButton>
    </EmptyState>
  );
}
