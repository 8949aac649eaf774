import type { Answers } from '@/app/trpc';

/** A study of EEG and music with all that it holds, but numbers. */
export type EegStudy = Answers['eeg']['studies']['get'];
export type EegRecordingRow = EegStudy['recordings'][number];
export type EegTrack = EegStudy['tracks'][number];
export type EegModelRow = EegStudy['models'][number];
/** What was heard in a recording. */
export type EegHeard = Answers['eeg']['studies']['presence'][number];
/** A recording: its channels, what was dropped of it, and what was heard when. */
export type EegRecording = Answers['eeg']['recordings']['get'];
export type EegTrial = EegRecording['trials'][number];
/** Differential entropy of one band over time. */
export type EntropyCourse = Answers['eeg']['recordings']['entropy'];
/** A model, and what it is worth once it is trained. */
export type EegModel = Answers['eeg']['models']['get'];
/** Music found by EEG. */
export type EegFound = Answers['eeg']['query'];
