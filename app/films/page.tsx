import type { Metadata } from 'next';
import { FilmsPage } from './filmsPage';

export const metadata: Metadata = { title: 'Films' };

export default function Page() {
  return <FilmsPage />;
}
