'use client';

import { useState } from 'react';
import { useSubscription } from '@trpc/tanstack-react-query';
import { useTRPC, type Answers } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { formatCount, formatSigned } from '@/app/ui/format';
import { LinkButton } from '@/app/ui/linkButton';
import { ProgressBar } from '@/app/ui/progressBar';
import panel from '@/app/ui/study/panel.module.css';
import type { FilmBench } from '../../project/filmBench';
import { handOverAddress, type HandOverChoices, handOverWish } from './handOverChoices';
import styles from './handOver.module.css';

interface RenderingProps {
  bench: FilmBench;
  choices: HandOverChoices;
}

/** Renders what is handed over as it is kept, tells how it goes, and gives the ZIP; other choices begin anew. */
export function Rendering({ bench, choices }: RenderingProps) {
  const [asked, setAsked] = useState<{ project: FilmBench['project']; choices: HandOverChoices } | null>(
    null,
  );
  const isAsked = asked !== null && asked.project === bench.project && asked.choices === choices;
  const isKept = bench.saving.state === 'saved';
  return (
    <>
      {!isAsked && (
        <div className={styles.deeds}>
          {bench.saving.state === 'refused' && <p role="alert">It cannot be saved: {bench.saving.message}</p>}
          <Button
            kind="primary"
            isDisabled={choices.formats.length === 0 || bench.saving.state === 'refused'}
            onPress={() => setAsked({ project: bench.project, choices })}
          >
            Render
          </Button>
        </div>
      )}
      {isAsked && !isKept && <p role="status">Saving the project…</p>}
      {isAsked && isKept && (
        <Progress projectId={bench.projectId} choices={choices} onAgain={() => setAsked(null)} />
      )}
    </>
  );
}

interface ProgressProps {
  projectId: number;
  choices: HandOverChoices;
  onAgain: () => void;
}

type News = Answers['film']['render'] extends AsyncIterable<infer Each> ? Each : never;

function Progress({ projectId, choices, onAgain }: ProgressProps) {
  const [news, setNews] = useState<News | null>(null);
  const { error } = useSubscription(
    useTRPC().film.render.subscriptionOptions(
      { projectId, ...handOverWish(choices) },
      { onData: (each) => setNews(each) },
    ),
  );
  const refusal = error?.message ?? (news?.state === 'refused' ? news.message : null);
  if (refusal)
    return (
      <div className={styles.deeds}>
        <p role="alert">{refusal}</p>
        <Button onPress={onAgain}>Try again</Button>
      </div>
    );
  if (news?.state === 'ready')
    return (
      <>
        <Sections news={news} />
        <div className={styles.deeds}>
          <LinkButton href={handOverAddress(projectId, choices)} download>
            Save the ZIP
          </LinkButton>
        </div>
      </>
    );
  const [done, all] = news?.state === 'rendering' ? [news.done, news.all] : [0, 0];
  return (
    <div role="status" className={styles.progress}>
      <p>{all > 0 ? `${done} of ${formatCount(all, 'sound')} rendered` : 'Beginning to render'}…</p>
      <ProgressBar label="Rendering" fraction={all > 0 ? done / all : 0} />
    </div>
  );
}

function Sections({ news: { sections, remarks } }: { news: News & { state: 'ready' } }) {
  return (
    <div role="status" className={styles.ready}>
      <p>
        {sections.length > 0
          ? `${formatCount(sections.length, 'sound')} rendered.`
          : 'Ready, without sounds.'}
      </p>
      {remarks.length > 0 && (
        <ul className={styles.remarks}>
          {remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
      {sections.length > 0 && (
        <div className={panel.box}>
          <table className={panel.table}>
            <thead>
              <tr>
                <th scope="col">File</th>
                <th scope="col">Loudness</th>
                <th scope="col">Peak</th>
                <th scope="col">Gain</th>
              </tr>
            </thead>
            <tbody>
              {sections.map(({ mediaPath, integratedLufs, truePeakDb, gainDecibels, isAlternate }) => (
                <tr key={mediaPath}>
                  <th scope="row">
                    {mediaPath}
                    {isAlternate && ' (alternate)'}
                  </th>
                  <td>
                    {integratedLufs === null ? 'not measured' : `${formatSigned(integratedLufs, 1)} LUFS`}
                  </td>
                  <td>{truePeakDb === null ? 'silent' : `${formatSigned(truePeakDb, 1)} dBTP`}</td>
                  <td>{formatSigned(gainDecibels, 1)} dB</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
