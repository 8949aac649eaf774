'use client';

import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import styles from './sidePanel.module.css';
import tab from './tab.module.css';

const sideViews = ['film', 'cues', 'curve', 'markers', 'importance'] as const;
export type SideView = (typeof sideViews)[number];

const names: Record<SideView, string> = {
  film: 'Film',
  cues: 'Cues',
  curve: 'Curve',
  markers: 'Markers',
  importance: 'Importance',
};

interface SidePanelProps {
  view: SideView;
  onView: (view: SideView) => void;
  /** What each of them shows. Cues stay alive out of sight, since what they look at lies on the timeline. */
  panels: Record<SideView, ReactNode>;
}

/** Beside the picture: the cues, and by words and numbers what the timeline draws. */
export function SidePanel({ view, onView, panels }: SidePanelProps) {
  return (
    <Tabs className={styles.side} selectedKey={view} onSelectionChange={(key) => onView(key as SideView)}>
      <TabList className={styles.tabs} aria-label="Beside the picture">
        {sideViews.map((id) => (
          <Tab key={id} id={id} className={tab.tab}>
            {names[id]}
          </Tab>
        ))}
      </TabList>
      {sideViews.map((id) => (
        <TabPanel key={id} id={id} className={styles.panel} shouldForceMount={id === 'cues'}>
          {panels[id]}
        </TabPanel>
      ))}
    </Tabs>
  );
}
