import type { Metadata } from 'next';
import { StudiesPage } from './studiesPage';

export const metadata: Metadata = { title: 'Studies' };

export default function Page() {
  return <StudiesPage />;
}
