'use client';

import { useMemo } from 'react';
import type { EegRecording, EegStudy, EegTrial } from '@/app/ui/eeg/eegAnswers';
import { TrackSound } from '@/app/ui/eeg/trackSound';
import { Choice } from '@/app/ui/field/choice';
import { Select } from '@/app/ui/field/select';
import { ErrorState, LoadingState } from '@/app/ui/message/message';
import panel from '@/app/ui/study/panel.module.css';
import { AttentionOverTime } from './attentionOverTime';
import { CourseView } from './courseView';
import styles from './overTime.module.css';
import type { ChangeRecording, RecordingState } from './recordingUrl';
import { changesOf, trialCourse } from './trialCourse';
import { useEntropyCourses } from './useEntropyCourses';

interface OverTimeProps {
  recording: EegRecording;
  study: EegStudy;
  state: RecordingState;
  onChange: ChangeRecording;
}

const wholeRecording = { startSeconds: 0, durationSeconds: null };

const shown = [
  { value: 'nats', name: 'Entropy' },
  { value: 'change', name: 'Change from the mean' },
] as const;

/** Entropy on the head while a track was heard, in step with the track where it plays. */
export function OverTime({ recording, study, state, onChange }: OverTimeProps) {
  const { trials } = recording;
  const trial = trials.find((each) => each.id === state.trial) ?? trials.at(0) ?? null;
  return (
    <section className={panel.section} aria-labelledby="course-title">
      <div className={panel.head}>
        <h2 id="course-title">Over time</h2>
        <Choice
          label="Shown"
          hideLabel
          value={state.show}
          options={shown}
          onChange={(show) => onChange({ show })}
        />
      </div>
      <TrialTools trials={trials} trial={trial} onChange={onChange} />
      <Course recording={recording} trial={trial} isChange={state.show === 'change'} />
      <AttentionOverTime
        recording={recording}
        trial={trial}
        study={study}
        modelId={state.model}
        onModel={(model) => onChange({ model })}
      />
    </section>
  );
}

interface CourseProps {
  recording: EegRecording;
  trial: EegTrial | null;
  isChange: boolean;
}

/** The windows of a trial, once they are read. */
function Course({ recording: { id, report, participant, simulated }, trial, isChange }: CourseProps) {
  const bands = useMemo(() => report?.bands ?? [], [report]);
  const { courses, error, retry } = useEntropyCourses(id, bands, trial ?? wholeRecording);
  const course = useMemo(() => {
    if (!courses || courses.length === 0) return null;
    const found = trialCourse(courses, trial ?? wholeRecording);
    return isChange ? changesOf(found) : found;
  }, [courses, trial, isChange]);
  if (error) return <ErrorState title="Its windows could not be read" error={error} onRetry={retry} />;
  if (!course || !report) return <LoadingState>Reading the windows</LoadingState>;
  if (course.seconds.length === 0)
    return (
      <p className={panel.note}>
        No window lies within this trial: it is shorter than {report.plan.windowSeconds} s. Measure it again
        in shorter windows below.
      </p>
    );
  return (
    <CourseView
      key={trial?.id}
      bands={report.plan.bands}
      {...{ course, trial, isChange, participant, simulated }}
    />
  );
}

interface TrialToolsProps {
  trials: readonly EegTrial[];
  trial: EegTrial | null;
  onChange: ChangeRecording;
}

/** Which trial is looked at, and its sound. */
function TrialTools({ trials, trial, onChange }: TrialToolsProps) {
  if (trial === null)
    return (
      <p className={panel.note}>
        The whole recording: what was heard when is not known. Press the plot to go to a moment.
      </p>
    );
  return (
    <div className={styles.tools}>
      <Select
        label="Trial"
        hideLabel
        value={String(trial.id)}
        options={trials.map(({ id, name }) => ({ value: String(id), name }))}
        onChange={(id) => onChange({ trial: Number(id) })}
      />
      <TrackSound name={trial.track ?? trial.name} trackId={trial.trackId} />
      {trial.trackId === null && (
        <span className={panel.note}>
          It has no sound: choose one for its track on the study’s page. Press the plot to go to a moment.
        </span>
      )}
    </div>
  );
}
