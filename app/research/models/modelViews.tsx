import { PageTabs } from '@/app/ui/pageTabs';

const views = [
  { href: '/research/models', name: 'Cards' },
  { href: '/research/models/features', name: 'Feature maps' },
  { href: '/research/models/predictions', name: 'Predictions' },
];

/** The three views of the models. */
export const ModelViews = () => <PageTabs label="Views of the models" pages={views} />;
