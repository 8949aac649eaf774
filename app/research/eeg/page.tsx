import type { Metadata } from 'next';
import { EegStudiesPage } from './eegStudiesPage';

export const metadata: Metadata = { title: 'EEG' };

export default function Page() {
  return <EegStudiesPage />;
}
