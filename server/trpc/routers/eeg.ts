import { z } from 'zod';
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
import { procedure, router, type Context } from '../init';

const id = z.int().positive();
const seconds = z.number().min(0).max(1e6);
const title = z.string().min(1).max(500);
const study = z.object({ studyId: id });
const recording = z.object({ recordingId: id });
const model = z.object({ modelId: id });

function placeOf({ services: { database, settings }, caller }: Context): StudyPlace {
  return { database, dataDirectory: settings.dataDirectory, caller };
}

const studiesRouter = router({
  list: procedure.query(({ ctx }) => listEegStudies(ctx.services.database, ctx.caller)),
  /** Asked again while a recording is read or a model is trained. */
  get: procedure
    .input(study)
    .query(({ ctx, input }) => eegStudyDetail(ctx.services.database, ctx.caller, input.studyId)),
  /** Who heard what, and rated it. */
  presence: procedure
    .input(study)
    .query(({ ctx, input }) => eegPresence(ctx.services.database, ctx.caller, input.studyId)),
  create: procedure
    .input(z.object({ title }))
    .mutation(async ({ ctx, input }) => ({ studyId: await createEegStudy(placeOf(ctx), input) })),
  rename: procedure
    .input(study.extend({ title }))
    .mutation(({ ctx, input }) => renameEegStudy(placeOf(ctx), input.studyId, input.title)),
  /** Deletes it for good, with its recordings, models and jobs. */
  remove: procedure.input(study).mutation(({ ctx, input }) => removeEegStudy(placeOf(ctx), input.studyId)),
  /** At a visit: has the simulated study made, once. */
  begin: procedure.mutation(async ({ ctx }) => {
    const begun = await beginEeg(placeOf(ctx));
    if (begun.batchId !== null) ctx.services.runner.wake();
    return begun;
  }),
});

/** Recordings come in by PUT /api/eeg/ID/files?name=NAME&participant=LABEL. */
const recordingsRouter = router({
  get: procedure
    .input(recording)
    .query(({ ctx, input }) => recordingDetail(ctx.services.database, ctx.caller, input.recordingId)),
  /** A band over the head and over time, of a stretch or the whole. */
  entropy: procedure
    .input(
      recording.extend({
        band: z.string().min(1).max(40),
        fromSeconds: seconds.optional(),
        toSeconds: seconds.optional(),
      }),
    )
    .query(({ ctx, input }) => recordingEntropy(placeOf(ctx), input)),
  /** Cleans and measures it anew, as told or as a model's set was; follow its job by `get`. */
  remeasure: procedure.input(remeasureWish).mutation(async ({ ctx, input }) => {
    await remeasure(placeOf(ctx), input);
    ctx.services.runner.wake();
  }),
  /** Says whose it is: another recording of a participant may be called otherwise. */
  setParticipant: procedure
    .input(recording.extend({ participant: z.string().min(1).max(200) }))
    .mutation(({ ctx, input }) => setParticipant(placeOf(ctx), input.recordingId, input.participant)),
  remove: procedure
    .input(recording)
    .mutation(({ ctx, input }) => removeRecording(placeOf(ctx), input.recordingId)),
});

const modelsRouter = router({
  list: procedure
    .input(study)
    .query(({ ctx, input }) => listEegModels(ctx.services.database, ctx.caller, input.studyId)),
  /** Its record, and while it is trained its latest losses and accuracies. */
  get: procedure.input(model).query(({ ctx, input }) => eegModelDetail(placeOf(ctx), input.modelId)),
  train: procedure
    .input(study.extend({ title: title.optional(), settings: modelWish.optional() }))
    .mutation(async ({ ctx, input }) => {
      const started = await startTraining(placeOf(ctx), input);
      ctx.services.runner.wake();
      return started;
    }),
  cancel: procedure.input(model).mutation(({ ctx, input }) => cancelTraining(placeOf(ctx), input.modelId)),
  remove: procedure.input(model).mutation(({ ctx, input }) => removeEegModel(placeOf(ctx), input.modelId)),
});

export const eegRouter = router({
  studies: studiesRouter,
  recordings: recordingsRouter,
  tracks: router({
    /** Puts these in place of all tracks of a study; trials that are called as one of them hear it. */
    set: procedure
      .input(study.extend({ tracks: tracksWish }))
      .mutation(({ ctx, input }) => setTracks(placeOf(ctx), input)),
  }),
  trials: router({
    /** Puts these in place of all trials of a recording. */
    set: procedure
      .input(recording.extend({ trials: trialsWish }))
      .mutation(({ ctx, input }) => setTrials(placeOf(ctx), input)),
  }),
  models: modelsRouter,
  /** Tracks of the emotion that a stretch of a recording tells of. */
  query: procedure
    .input(eegQueryWish)
    .query(({ ctx, input, signal }) => ctx.services.eegQueries.query(ctx.caller, input, signal)),
  /** Stretches of recordings nearest to a track. */
  nearestRecordings: procedure
    .input(nearestRecordingsWish)
    .query(({ ctx, input, signal }) => ctx.services.eegQueries.nearestRecordings(ctx.caller, input, signal)),
});
