import type { EegRecording } from '@/app/ui/eeg/eegAnswers';
import { Disclosure } from '@/app/ui/field/disclosure';
import { formatCount } from '@/app/ui/format';
import { formatStatistic } from '@/app/ui/study/analysisWords';
import panel from '@/app/ui/study/panel.module.css';
import { PanelTable } from '@/app/ui/study/panelTable';

/** Channels and events as the recording has them. */
export function ChannelTables({ recording }: { recording: EegRecording }) {
  return (
    <section className={panel.section} aria-label="The recording in tables">
      <Channels recording={recording} />
      <Events recording={recording} />
    </section>
  );
}

const measured = (value: number | null, unit: string | null): string =>
  value === null ? '–' : `${formatStatistic(value, 2)}${unit === null ? '' : ` ${unit}`}`;

function Channels({ recording: { channels } }: { recording: EegRecording }) {
  if (channels.length === 0) return null;
  return (
    <Disclosure title={formatCount(channels.length, 'channel')}>
      <PanelTable
        label="Channels"
        head={['Channel', 'Kind', 'Place', 'Rate', 'Mean', 'Standard deviation', '']}
      >
        {channels.map(({ name, kind, site, rateHz, unit, mean, standardDeviation, bad }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{kind}</td>
            <td>{site ?? 'none'}</td>
            <td>{rateHz} Hz</td>
            <td>{measured(mean, unit)}</td>
            <td>{measured(standardDeviation, unit)}</td>
            <td>{bad ? 'marked as bad' : ''}</td>
          </tr>
        ))}
      </PanelTable>
    </Disclosure>
  );
}

const mostEvents = 200;

function Events({ recording: { events } }: { recording: EegRecording }) {
  if (events.length === 0) return null;
  return (
    <Disclosure title={formatCount(events.length, 'event')}>
      {events.length > mostEvents && <p className={panel.note}>The first {mostEvents} of them:</p>}
      <PanelTable label="Events" head={['Event', 'At', 'Length']}>
        {events.slice(0, mostEvents).map(({ label, onsetSeconds, durationSeconds }, index) => (
          <tr key={`${index} ${label}`}>
            <th scope="row">{label}</th>
            <td>{onsetSeconds.toFixed(3)} s</td>
            <td>{durationSeconds.toFixed(3)} s</td>
          </tr>
        ))}
      </PanelTable>
    </Disclosure>
  );
}
