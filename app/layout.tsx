import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import './ui/tokens.css';
import './ui/base.css';
import styles from './layout.module.css';
import { layoutCaller } from './layoutCaller';
import { Navigation } from './navigation';
import { Providers } from './providers';
import { PlayerBar } from './ui/player/playerBar';

export const metadata: Metadata = {
  title: { default: 'Circumplex', template: '%s · Circumplex' },
  description: 'Find music by emotion: choose a point, or draw how the emotion should move.',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f9f9f7' },
    { media: '(prefers-color-scheme: dark)', color: '#121217' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Every page is made for its request, since its scripts carry that request's nonce: this reads its headers.
  const caller = await layoutCaller();
  return (
    <html lang="en">
      <body>
        <a href="#main" className={styles.skip}>
          Skip to the page
        </a>
        <Providers caller={caller}>
          <Navigation />
          <main id="main" className={styles.main} tabIndex={-1}>
            {children}
          </main>
          <PlayerBar />
        </Providers>
      </body>
    </html>
  );
}
