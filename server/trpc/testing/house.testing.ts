import { expect } from 'vitest';
import { catalogueKinds, openTestLibrary, type TestLibrary } from '../../catalogue/testing/library.testing';
import { owner, type SignedInCaller } from '../../access/caller';
import { callerHeaders } from '../../access/callerHeader';
import { Attempts } from '../../access/attempts';
import { Guesses } from '../../access/guesses';
import { SignIns } from '../../access/signIns';
import { modelFolder } from '../../base/newestModel';
import { readSettings } from '../../base/settings';
import type { JobRunner } from '../../jobs/jobRunner';
import { EegQueries } from '../../research/eeg/store/queries/eegQueries';
import { FeatureMaps } from '../../research/maps/featureMaps';
import { fillRecordings } from '../../retrieval/testing/recordings.testing';
import { Retrieval } from '../../retrieval/retrieval';
import { provideServices, type Services } from '../../services';
import { handleTrpc } from '../handleTrpc';
import { appRouter } from '../router';

/** Every procedure over a library of a test's own, with all that answers in a running server but its job runner. */
export interface TestHouse {
  library: TestLibrary;
  /** Calls procedures as the owner. */
  ask: ReturnType<typeof appRouter.createCaller>;
  askAs: (caller: SignedInCaller | undefined) => ReturnType<typeof appRouter.createCaller>;
  /** How often the job runner was told of new jobs. */
  woken: () => number;
  close: () => Promise<void>;
}

/** A house with tracks 1 to `tracks`; what is done by jobs is not done in it. */
export async function openTestHouse(tracks: number): Promise<TestHouse> {
  const library = await openTestLibrary();
  const { database, dataDirectory } = library;
  if (tracks > 0) await fillRecordings(database, tracks);
  let woken = 0;
  const retrieval = new Retrieval({ database, memoryBytes: Infinity, onFault: console.error });
  const settings = readSettings({ DATA_DIR: dataDirectory });
  const services: Services = {
    settings,
    database,
    // Whoever guesses waits no time.
    signIns: new SignIns({ database, settings, guesses: new Guesses(database, new Attempts(noWait)) }),
    runner: { wake: () => void woken++, kinds: catalogueKinds(dataDirectory) } as JobRunner,
    retrieval,
    featureMaps: new FeatureMaps(database, modelFolder()),
    eegQueries: new EegQueries({ database, dataDirectory, feed: retrieval.feed }),
  };
  provideServices(services);
  await services.retrieval.load();
  const askAs = (caller: SignedInCaller | undefined) => appRouter.createCaller({ services, caller });
  return {
    library,
    ask: askAs(owner),
    askAs,
    woken: () => woken,
    close: async () => {
      await services.featureMaps.stop();
      await services.eegQueries.stop();
      await services.retrieval.stop();
      await library.close();
    },
  };
}

const noWait = () => Promise.resolve();

/** How a question is refused over HTTP: the status, tRPC's own code, and the words. */
export interface Refusal {
  status: number;
  code: string;
  message: string;
}

export const invalid = (message: string): Refusal => ({ status: 400, code: 'BAD_REQUEST', message });
export const notFound = (message: string): Refusal => ({ status: 404, code: 'NOT_FOUND', message });

/** What is answered over HTTP to a question that must be refused. */
export async function refusal(path: string, input?: unknown): Promise<Refusal> {
  const answer = await handleTrpc(
    new Request(`http://house/api/trpc/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...callerHeaders(owner) },
      body: input === undefined ? undefined : JSON.stringify(input),
    }),
  );
  const { error } = (await answer.json()) as {
    error: { message: string; data: { code: string; httpStatus: number; path: string } };
  };
  const { code } = error.data;
  expect(error.data).toEqual({ code, httpStatus: answer.status, path });
  return { status: answer.status, code, message: error.message };
}
