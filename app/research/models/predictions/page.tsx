import type { Metadata } from 'next';
import { PredictionsPage } from './predictionsPage';

export const metadata: Metadata = { title: 'Predictions' };

export default function Page() {
  return <PredictionsPage />;
}
