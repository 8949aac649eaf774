import { LinkButton } from '@/app/ui/linkButton';
import { EmptyState } from '@/app/ui/message/message';

export default function NotFound() {
  return (
    <EmptyState title="There is no such study of EEG">
      <p>It may have been deleted, or it is somebody else’s.</p>
      <LinkButton href="/research/eeg">All studies of EEG</LinkButton>
    </EmptyState>
  );
}
