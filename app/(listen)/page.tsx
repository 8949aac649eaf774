import type { Metadata } from 'next';
import { PlanePage } from './plane/planePage';

export const metadata: Metadata = { title: 'Plane' };

export default function Page() {
  return <PlanePage />;
}
