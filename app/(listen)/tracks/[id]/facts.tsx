import { formatClock, formatSigned } from '@/app/ui/format';
import styles from './facts.module.css';
import type { TrackDetail } from './trackCurve';

const unknown = 'not known';

/** What is known of the recording, with units. */
export function Facts({ track }: { track: TrackDetail }) {
  return (
    <section aria-labelledby="track-facts" className={styles.facts}>
      <h2 id="track-facts">The recording</h2>
      <dl className={styles.list}>
        {factsOf(track).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value ?? unknown}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function factsOf(track: TrackDetail): [name: string, value: string | null][] {
  return [
    ['Genre', track.genre],
    ['Track number', track.trackNumber === null ? null : String(track.trackNumber)],
    ['Length', formatClock(track.durationSeconds)],
    ['Format', formatOf(track)],
    ['Sample rate', `${(track.sampleRateHz / 1000).toLocaleString('en-GB')} kHz`],
    ['Channels', channelsOf(track.channels)],
    ['Loudness', loudnessOf(track)],
    [
      'Highest sample',
      track.samplePeakDb === null ? null : `${formatSigned(track.samplePeakDb, 1)} dB of full scale`,
    ],
    ['Tempo', tempoOf(track)],
    ['Added', new Date(track.addedAt).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' })],
    ['Emotion model', modelOf(track)],
  ];
}

/** Which model heard it, and why the installed one has not. */
function modelOf({ modelVersion, newerModelVersion, missing }: TrackDetail): string {
  if (newerModelVersion === null) return modelVersion;
  if (missing) return `${modelVersion}; no file is there for ${newerModelVersion} to hear`;
  return `${modelVersion}, until ${newerModelVersion} has heard it`;
}

/** Its loudness in words: silence and what is too short to measure have none. */
export function loudnessOf({ silent, loudnessLufs }: TrackDetail): string {
  if (silent) return 'silent';
  return loudnessLufs === null ? 'too short to measure' : `${formatSigned(loudnessLufs, 1)} LUFS`;
}

function formatOf({ container, codec }: TrackDetail): string {
  return container.toLowerCase() === codec.toLowerCase() ? container : `${codec} in ${container}`;
}

const channelsOf = (channels: number) =>
  channels === 1 ? '1, mono' : channels === 2 ? '2, stereo' : String(channels);

function tempoOf({ tempoBpm, tempoConfidence }: TrackDetail): string {
  if (tempoBpm === null) return 'no clear beat';
  const sure = tempoConfidence === null ? '' : `, ${Math.round(100 * tempoConfidence)} % sure`;
  return `${tempoBpm.toFixed(1)} BPM${sure}`;
}
