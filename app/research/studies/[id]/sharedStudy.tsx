'use client';

import Link from 'next/link';
import { LinkButton } from '@/app/ui/linkButton';
import { SimulatedBadge } from '@/app/ui/study/badge';
import type { Study } from '@/app/ui/study/studyAnswers';
import { stateWords } from '@/app/ui/study/analysisWords';
import panel from '@/app/ui/study/panel.module.css';
import styles from '@/app/ui/study/rowList.module.css';
import head from '@/app/ui/study/studyHead.module.css';
import page from '@/app/ui/study/studyPage.module.css';
import { analysisLink, exportLink } from '@/app/ui/study/studyLinks';
import { UpLink } from '@/app/ui/study/upLink';
import { RegionNetworks } from './regionNetworks';

/** A study that another shares: what it holds and found, to look at. */
export function SharedStudy({ study, facts }: { study: Study; facts: readonly string[] }) {
  return (
    <div className={page.page}>
      <header className={head.head}>
        <div className={head.words}>
          <UpLink href="/research/studies">Studies</UpLink>
          <h1 className={head.title}>
            {study.title} {study.simulated && <SimulatedBadge />}
          </h1>
          <p className={head.facts}>{['shared with you, to look at', ...facts].join(' · ')}</p>
        </div>
        <div className={head.deeds}>
          <LinkButton href={exportLink(study.id)} download size="small">
            Export all (ZIP)
          </LinkButton>
        </div>
      </header>
      <section className={panel.section} aria-labelledby="analyses-title">
        <h2 id="analyses-title">Analyses</h2>
        <ul className={styles.list} aria-label="Analyses">
          {study.analyses.map((analysis) => (
            <li key={analysis.id} className={styles.row}>
              <div>
                <p className={styles.title}>
                  <Link href={analysisLink(study.id, analysis.id)}>{analysis.title}</Link>
                </p>
                <p className={styles.state} data-state={analysis.state}>
                  {stateWords(analysis)}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </section>
      <RegionNetworks targets={study.targets} />
    </div>
  );
}
