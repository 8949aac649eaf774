import { availableParallelism, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { invalidInput } from './invalidInput';
import { soundVariables } from './soundSettings';

const wholeNumber = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

const environment = z.object({
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'an address such as https://music.example', abort: true })
    .refine((address) => new URL(address).pathname === '/', 'no path: the library has a name of its own')
    .transform((address) => new URL(address).origin)
    .optional(),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.string().min(1).optional(),
  ACCESS_TOKEN: z.string().min(16, 'needs at least 16 characters').optional(),
  DEMO: z.enum(['0', '1']).default('1'),
  WORKERS: wholeNumber(1, 64).optional(),
  RESEARCH_DATA: z.string().min(1).optional(),
  SEARCH_MEMORY_MB: wholeNumber(1, 1_000_000).optional(),
  SEARCH_SECONDS: wholeNumber(1, 3600).default(10),
  TRAINING_PYTHON: z.string().min(1).optional(),
  CONNECTIONS_PER_ADDRESS: wholeNumber(8, 2048).default(256),
  // Read by the analysis process, and refused here where they are wrong.
  ...soundVariables,
});

/** What an operator can set, read once at start. */
export interface Settings {
  port: number;
  host: string;
  /** The origin that people's browsers see where a proxy stands in front, such as https://music.example. */
  publicOrigin?: string;
  /** Absolute path of the data directory. */
  dataDirectory: string;
  /** A real Postgres; without it the embedded one in the data directory is used. */
  databaseUrl?: string;
  accessToken?: string;
  demo: boolean;
  /** Analysis processes at work side by side. */
  workers: number;
  /** Absolute path of the labelled sets that research pages read and never keep; it need not exist. */
  researchData: string;
  /** What the curves of trajectory search may take in memory; half of the machine's by default. */
  searchMemoryBytes: number;
  /** How long a search may take before it answers by the best so far. */
  searchSeconds: number;
  /** The Python that training runs by; found by itself where it is not set. */
  trainingPython?: string;
  /** Connections that one address may have open at once. */
  connectionsPerAddress: number;
}

/** The settings in `variables` (environment variables). Throws AppError 'invalid' naming the variable. */
export function readSettings(variables: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw invalidInput(parsed.error, { ...given, ACCESS_TOKEN: '(hidden)' });
  const { PORT, HOST, PUBLIC_URL, DATA_DIR, DATABASE_URL, ACCESS_TOKEN, DEMO, WORKERS } = parsed.data;
  const { RESEARCH_DATA, SEARCH_MEMORY_MB, SEARCH_SECONDS } = parsed.data;
  const { TRAINING_PYTHON, CONNECTIONS_PER_ADDRESS } = parsed.data;
  return {
    port: PORT,
    host: HOST,
    publicOrigin: PUBLIC_URL,
    dataDirectory: resolve(DATA_DIR),
    databaseUrl: DATABASE_URL,
    accessToken: ACCESS_TOKEN,
    demo: DEMO === '1',
    researchData: resolve(RESEARCH_DATA ?? join(DATA_DIR, 'research')),
    searchMemoryBytes: SEARCH_MEMORY_MB ? SEARCH_MEMORY_MB * 2 ** 20 : totalmem() / 2,
    searchSeconds: SEARCH_SECONDS,
    trainingPython: TRAINING_PYTHON,
    connectionsPerAddress: CONNECTIONS_PER_ADDRESS,
    workers: WORKERS ?? Math.max(1, availableParallelism() - 1),
  };
}
