import type { EegRecording } from '@/app/ui/eeg/eegAnswers';
import { Disclosure } from '@/app/ui/field/disclosure';
import { formatClock, formatCount } from '@/app/ui/format';
import { formatStatistic } from '@/app/ui/study/analysisWords';
import panel from '@/app/ui/study/panel.module.css';
import { PanelTable } from '@/app/ui/study/panelTable';

/** Trials, channels and events as the recording has them. */
export function ChannelTables({ recording }: { recording: EegRecording }) {
  return (
    <section className={panel.section} aria-label="The recording in tables">
      <Trials recording={recording} />
      <Channels recording={recording} />
      <Events recording={recording} />
    </section>
  );
}

function Trials({ recording: { trials } }: { recording: EegRecording }) {
  if (trials.length === 0)
    return (
      <p className={panel.note}>
        What was heard during it is not known: bring trials.tsv on the study’s page.
      </p>
    );
  return (
    <Disclosure title={formatCount(trials.length, 'trial')}>
      <PanelTable head={['Trial', 'Heard', 'From', 'Length', 'Own valence', 'Own arousal']}>
        {trials.map(({ id, name, track, startSeconds, durationSeconds, valence, arousal }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{track ?? 'none of the tracks'}</td>
            <td>{formatClock(startSeconds)}</td>
            <td>{durationSeconds === null ? 'as the track' : formatClock(durationSeconds)}</td>
            <td>{valence ?? 'not asked'}</td>
            <td>{arousal ?? 'not asked'}</td>
          </tr>
        ))}
      </PanelTable>
    </Disclosure>
  );
}

const measured = (value: number | null, unit: string | null): string =>
  value === null ? '–' : `${formatStatistic(value, 2)}${unit === null ? '' : ` ${unit}`}`;

function Channels({ recording: { channels } }: { recording: EegRecording }) {
  if (channels.length === 0) return null;
  return (
    <Disclosure title={formatCount(channels.length, 'channel')}>
      <PanelTable head={['Channel', 'Kind', 'Place', 'Rate', 'Mean', 'Standard deviation', '']}>
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
      <PanelTable head={['Event', 'At', 'Length']}>
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
