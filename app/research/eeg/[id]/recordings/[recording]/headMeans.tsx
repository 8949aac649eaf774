'use client';

import { useMemo } from 'react';
import type { EegRecording } from '@/app/ui/eeg/eegAnswers';
import { Disclosure } from '@/app/ui/field/disclosure';
import { fewestElectrodes, HeadMaps } from '@/app/ui/head/headMaps';
import { withOrigin } from '@/app/ui/eeg/withOrigin';
import { rangeScaling } from '@/app/ui/head/headScaling';
import { formatStatistic } from '@/app/ui/study/analysisWords';
import panel from '@/app/ui/study/panel.module.css';
import { PanelTable } from '@/app/ui/study/panelTable';
import { bandTitle, entropyMeasure, methodWords } from './entropyWords';
import { meanMaps } from './meanMaps';

interface HeadMeansProps {
  recording: EegRecording;
  report: NonNullable<EegRecording['report']>;
}

/** Mean differential entropy on the head, a map a band on one scale. */
export function HeadMeans({ recording, report }: HeadMeansProps) {
  const { electrodes, maps } = useMemo(
    () => meanMaps(recording.channels, report),
    [recording.channels, report],
  );
  const scaling = useMemo(() => rangeScaling(maps.flatMap(({ values }) => values)), [maps]);
  return (
    <section className={panel.section} aria-labelledby="means-title">
      <div className={panel.head}>
        <h2 id="means-title">On the head</h2>
      </div>
      <p className={panel.note}>{methodWords(report.plan)}</p>
      {maps.length === 0 ? (
        <p className={panel.note}>
          Every window was dropped: raise the limit of artefacts below and measure it again.
        </p>
      ) : electrodes.length < fewestElectrodes ? (
        <p className={panel.note}>
          {electrodes.length} of its channels have a place on the head; a map needs {fewestElectrodes}.
          Channels are placed by their names of the 10-20 and 10-10 systems.
        </p>
      ) : (
        <HeadMaps
          electrodes={electrodes}
          maps={maps}
          scaling={scaling}
          measure={withOrigin(entropyMeasure, recording.simulated)}
          fileName={`${recording.participant}-head-maps`}
          caption="The mean over all windows that were kept, bands on one scale; the nose points up"
        />
      )}
      <Disclosure title="The same in numbers">
        <PanelTable label="Mean entropy by channel" head={['Channel', ...report.plan.bands.map(bandTitle)]}>
          {report.means.map(({ channel, nats }) => (
            <tr key={channel}>
              <th scope="row">{channel}</th>
              {report.bands.map((band) => (
                <td key={band}>{natsWords(nats[band])}</td>
              ))}
            </tr>
          ))}
        </PanelTable>
      </Disclosure>
    </section>
  );
}

const natsWords = (nats: number | null): string => (nats === null ? 'dropped' : formatStatistic(nats, 2));
