import type { Metadata } from 'next';
import { JoinPage } from './joinPage';

export const metadata: Metadata = { title: 'Join' };

export default function Page() {
  return <JoinPage />;
}
