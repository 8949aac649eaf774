import { createRandom } from '@/ml/random';
import { genevaOrder } from '@/ml/eeg/montage/channelOrders';
import { writeEdf } from '../../recordings/write/edfFile';

/** What is in a small recording. */
interface SmallRecording {
  seconds?: number;
  /** All of DEAP's where left out. */
  sites?: readonly string[];
  /** A channel that is flat, and a second in which another jumps. */
  flat?: string;
  jumpSeconds?: number;
  prefilter?: string;
  annotations?: { onsetSeconds: number; durationSeconds: number; label: string }[];
  /** A tone on the channels of the back of the head, Hz. */
  backHz?: number;
}

const rateHz = 128;

/** Writes noise of ten microvolts that electrodes share, as an EDF+ file. */
export async function writeSmallRecording(path: string, options: SmallRecording = {}): Promise<string> {
  const { seconds = 20, sites = genevaOrder, annotations = [], prefilter } = options;
  const channels = sites.map((site) => ({
    ...{ label: `EEG ${site}`, unit: 'uV', rateHz, stepSize: 0.1 },
    ...{ prefilter },
  }));
  const recording = { participant: 'test', equipment: 'test', startedAt: null, channels, annotations };
  await writeEdf(path, recording, [samplesOf(sites, seconds, options)]);
  return path;
}

function samplesOf(sites: readonly string[], seconds: number, options: SmallRecording): Float64Array[] {
  const random = createRandom(3, 'small recording');
  const noise = () => Float64Array.from({ length: seconds * rateHz }, () => random.bell());
  const shared = noise();
  return sites.map((site) => {
    const own = noise();
    const back = /^(O|PO)/.test(site) && options.backHz !== undefined ? 20 : 0;
    return own.map((value, at) => {
      if (site === options.flat) return 0;
      const jump = site === 'Fp1' && Math.floor(at / rateHz) === options.jumpSeconds && at % rateHz > 60;
      const tone = back * Math.sin((2 * Math.PI * (options.backHz ?? 0) * at) / rateHz);
      return 10 * (shared[at] + value) + tone + (jump ? 900 : 0);
    });
  });
}
