import { z } from 'zod';
import { plainText, rowId } from '../../base/inputShapes';
import { cancelTraining, removeEegModel } from '../../research/eeg/store/models/endTraining';
import { eegModelDetail } from '../../research/eeg/store/models/eegModelDetail';
import { listEegModels } from '../../research/eeg/store/models/listEegModels';
import { modelWish } from '../../research/eeg/store/models/modelWish';
import { startTraining } from '../../research/eeg/store/models/startTraining';
import { eegQueryWish, nearestRecordingsWish } from '../../research/eeg/store/queries/eegQueryWish';
import { recordingDetail } from '../../research/eeg/store/recordings/recordingDetail';
import { recordingEntropy } from '../../research/eeg/store/recordings/recordingEntropy';
import { remeasure, remeasureWish } from '../../research/eeg/store/recordings/remeasure';
import { removeRecording } from '../../research/eeg/store/recordings/removeRecording';
import { setParticipant } from '../../research/eeg/store/recordings/setParticipant';
import { beginEeg } from '../../research/eeg/store/simulation/beginEeg';
import { createEegStudy } from '../../research/eeg/store/studies/createEegStudy';
import { eegPresence } from '../../research/eeg/store/studies/eegPresence';
import { eegStudyDetail } from '../../research/eeg/store/studies/eegStudyDetail';
import { listEegStudies } from '../../research/eeg/store/studies/listEegStudies';
import { removeEegStudy } from '../../research/eeg/store/studies/removeEegStudy';
import { renameEegStudy } from '../../research/eeg/store/studies/renameEegStudy';
import { setTracks, setTrials, tracksWish, trialsWish } from '../../research/eeg/store/tables/setTables';
import type { StudyPlace } from '../../research/studies/studyPlace';
import { forMembers, router, type Context } from '../init';

const seconds = z.number().min(0).max(1e6);
const title = plainText(500).min(1);
const study = z.object({ studyId: rowId });
const recording = z.object({ recordingId: rowId });
const model = z.object({ modelId: rowId });

function placeOf({ services: { database, settings }, caller }: Context): StudyPlace {
  return { database, dataDirectory: settings.dataDirectory, caller };
}

const studiesRouter = router({
  list: forMembers.query(({ ctx }) => listEegStudies(ctx.services.database, ctx.caller)),
  /** Asked again while a recording is read or a model is trained. */
  get: forMembers
    .input(study)
    .query(({ ctx, input }) => eegStudyDetail(ctx.services.database, ctx.caller, input.studyId)),
  /** Who heard what, and rated it. */
  presence: forMembers
    .input(study)
    .query(({ ctx, input }) => eegPresence(ctx.services.database, ctx.caller, input.studyId)),
  create: forMembers
    .input(z.object({ title }))
    .mutation(async ({ ctx, input }) => ({ studyId: await createEegStudy(placeOf(ctx), input) })),
  rename: forMembers
    .input(study.extend({ title }))
    .mutation(({ ctx, input }) => renameEegStudy(placeOf(ctx), input.studyId, input.title)),
  /** Deletes it for good, with its recordings, models and jobs. */
  remove: forMembers.input(study).mutation(({ ctx, input }) => removeEegStudy(placeOf(ctx), input.studyId)),
  /** At a visit: has the simulated study made, once. */
  begin: forMembers.mutation(async ({ ctx }) => {
    const begun = await beginEeg(placeOf(ctx));
    if (begun.batchId !== null) ctx.services.runner.wake();
    return begun;
  }),
});

/** Recordings come in by PUT /api/eeg/ID/files?name=NAME&participant=LABEL. */
const recordingsRouter = router({
  get: forMembers
    .input(recording)
    .query(({ ctx, input }) => recordingDetail(ctx.services.database, ctx.caller, input.recordingId)),
  /** A band over the head and over time, of a stretch or the whole. */
  entropy: forMembers
    .input(
      recording.extend({
        band: plainText(40).min(1),
        fromSeconds: seconds.optional(),
        toSeconds: seconds.optional(),
      }),
    )
    .query(({ ctx, input }) => recordingEntropy(placeOf(ctx), input)),
  /** Cleans and measures it anew, as told or as a model's set was; follow its job by `get`. */
  remeasure: forMembers.input(remeasureWish).mutation(async ({ ctx, input }) => {
    await remeasure(placeOf(ctx), input);
    ctx.services.runner.wake();
  }),
  /** Says whose it is: another recording of a participant may be called otherwise. */
  setParticipant: forMembers
    .input(recording.extend({ participant: plainText(200).min(1) }))
    .mutation(({ ctx, input }) => setParticipant(placeOf(ctx), input.recordingId, input.participant)),
  remove: forMembers
    .input(recording)
    .mutation(({ ctx, input }) => removeRecording(placeOf(ctx), input.recordingId)),
});

const modelsRouter = router({
  list: forMembers
    .input(study)
    .query(({ ctx, input }) => listEegModels(ctx.services.database, ctx.caller, input.studyId)),
  /** Its record, and while it is trained its latest losses and accuracies. */
  get: forMembers.input(model).query(({ ctx, input }) => eegModelDetail(placeOf(ctx), input.modelId)),
  train: forMembers
    .input(study.extend({ title: title.optional(), settings: modelWish.optional() }))
    .mutation(async ({ ctx, input }) => {
      const started = await startTraining(placeOf(ctx), input);
      ctx.services.runner.wake();
      return started;
    }),
  cancel: forMembers.input(model).mutation(({ ctx, input }) => cancelTraining(placeOf(ctx), input.modelId)),
  remove: forMembers.input(model).mutation(({ ctx, input }) => removeEegModel(placeOf(ctx), input.modelId)),
});

export const eegRouter = router({
  studies: studiesRouter,
  recordings: recordingsRouter,
  tracks: router({
    /** Puts these in place of all tracks of a study; trials that are called as one of them hear it. */
    set: forMembers
      .input(study.extend({ tracks: tracksWish }))
      .mutation(({ ctx, input }) => setTracks(placeOf(ctx), input)),
  }),
  trials: router({
    /** Puts these in place of all trials of a recording. */
    set: forMembers
      .input(recording.extend({ trials: trialsWish }))
      .mutation(({ ctx, input }) => setTrials(placeOf(ctx), input)),
  }),
  models: modelsRouter,
  /** Tracks of the emotion that a stretch of a recording tells of. */
  query: forMembers
    .input(eegQueryWish)
    .query(({ ctx, input, signal }) => ctx.services.eegQueries.query(ctx.caller, input, signal)),
  /** Stretches of recordings nearest to a track. */
  nearestRecordings: forMembers
    .input(nearestRecordingsWish)
    .query(({ ctx, input, signal }) => ctx.services.eegQueries.nearestRecordings(ctx.caller, input, signal)),
});
