import type { Metadata } from 'next';
import { FeatureMapsPage } from './featureMapsPage';

export const metadata: Metadata = { title: 'Feature maps' };

export default function Page() {
  return <FeatureMapsPage />;
}
