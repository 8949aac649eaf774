import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { handlerOf } from '../../../../analysis/serveAnalysis';
import type { EegChannelFacts } from '@/db/schema';
import { describeEeg } from '../../../recordings/eeg/describeEeg';
import { openEeg } from '../../../recordings/eeg/openEeg';
import { readHead } from '../../../recordings/files/fileHead';
import { entropyReport } from '../../entropy/entropyReport';
import { recordedEntropy } from '../../entropy/recordedEntropy';
import { writeEntropy } from '../../entropy/writeEntropy';
import { measureRecording, type MeasuredRecording, type Measuring } from './measureRecording';

/** Of the work, reading the file through to describe it. */
const describingShare = 0.2;
/** How often the process says that it is at work, milliseconds. */
const signMs = 5000;

/** Describes and measures a recording; its windows are written, or nothing. */
export const measureRecordingHandler = handlerOf(measureRecording, async (asked, onProgress) => {
  let done = 0;
  // Cleaning reads block after block and tells nothing of it: a sign of life comes between blocks.
  const signs = setInterval(() => onProgress(done, null), signMs);
  try {
    const described = await describe(asked);
    done = describingShare;
    onProgress(done, null);
    return { ...described, report: await measure(asked) };
  } finally {
    clearInterval(signs);
  }
});

async function describe({ path }: Measuring): Promise<Omit<MeasuredRecording, 'report'>> {
  const recording = await openEeg(path);
  const { columns } = await describeEeg(await readHead(path), recording);
  const { format, durationSeconds, events, trials } = recording;
  const channels = recording.channels.map(({ name, kind, unit, rateHz, bad }, index): EegChannelFacts => {
    const { mean, standardDeviation } = columns[index];
    return { name, kind, unit, rateHz, bad, mean, standardDeviation };
  });
  return { format, durationSeconds, channels, events, trials };
}

async function measure({ path, measuring, sites, out }: Measuring) {
  const entropy = await recordedEntropy(path, measuring, { sites });
  await mkdir(dirname(out), { recursive: true });
  await writeEntropy(out, entropy);
  return entropyReport(entropy);
}
