import type { Metadata } from 'next';
import { LibraryPage } from './libraryPage';

export const metadata: Metadata = { title: 'Library' };

export default function Page() {
  return <LibraryPage />;
}
