/** How many tests run at a time: much of the time a test waits, for a page or for the server. */
export const workers = 2;

/** The labelled sets that the servers under test read; they need not be there. */
export const researchData = '../shared/data';

const firstPort = Number(process.env.E2E_PORT ?? 3917);
const folder = process.env.E2E_DATA_DIR ?? './test-results-data';

/** The server that a worker tests: each has its own, so that no story changes what another one looks at. */
export interface TestedServer {
  port: number;
  url: string;
  dataDirectory: string;
}

/** @param worker 0 to `workers` - 1; `E2E_PORT` and `E2E_DATA_DIR` let a whole run stand beside another one */
export function testedServer(worker: number): TestedServer {
  const port = firstPort + worker;
  return { port, url: `http://127.0.0.1:${port}`, dataDirectory: `${folder}/${worker}` };
}
