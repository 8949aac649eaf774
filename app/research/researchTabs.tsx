'use client';

import { useMay } from '@/app/ui/caller/callerContext';
import { PageTabs } from '@/app/ui/pageTabs';

const sections = [
  { href: '/research/studies', name: 'Studies' },
  { href: '/research/eeg', name: 'EEG' },
  { href: '/research/models', name: 'Models' },
];

/** Listeners have no recordings of EEG. */
const ofListeners = sections.filter(({ name }) => name !== 'EEG');

/** The parts of research, as far as whoever looks has them. */
export function ResearchTabs() {
  return <PageTabs label="Research" pages={useMay('member') ? sections : ofListeners} within />;
}
