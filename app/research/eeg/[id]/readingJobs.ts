import type { EegStudy } from '@/app/ui/eeg/eegAnswers';

/** The readings of recordings that are under way, the first few: there may be one a recording. */
export function readingJobs({ recordings }: Pick<EegStudy, 'recordings'>, most = 4) {
  const open = recordings.flatMap(({ job, fileName }) =>
    job && (job.state === 'queued' || job.state === 'running')
      ? [{ ...job, label: `Measuring ${fileName}` }]
      : [],
  );
  return open.sort((one, other) => other.progress - one.progress).slice(0, most);
}
