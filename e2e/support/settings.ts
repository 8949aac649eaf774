/** Where the server under test listens and keeps its data; both can be set to run beside another one. */
export const port = Number(process.env.E2E_PORT ?? 3917);
export const dataDirectory = process.env.E2E_DATA_DIR ?? './test-results-data';

/** The labelled sets that the server under test reads; they need not be there. */
export const researchData = '../shared/data';
