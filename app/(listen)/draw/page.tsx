import type { Metadata } from 'next';
import { DrawPage } from './drawPage';

export const metadata: Metadata = { title: 'Draw' };

export default function Page() {
  return <DrawPage />;
}
