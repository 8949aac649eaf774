import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { libraryState } from '../catalogue/tracks/libraryState';
import type { Services } from '../services';

/** Made when it is first asked for: it watches the process from then on. */
let made: Metrics | undefined;

interface Metrics {
  registry: Registry;
  tracks: Gauge;
  jobs: Gauge;
}

/** All figures in Prometheus' text form: the process's own, the tracks, and the jobs by state. */
export async function metricsText({ database }: Services): Promise<{ text: string; mediaType: string }> {
  const metrics = (made ??= makeMetrics());
  const state = await libraryState(database);
  metrics.tracks.set(state.tracks);
  for (const [name, count] of Object.entries(state.jobs)) metrics.jobs.set({ state: name }, count);
  return { text: await metrics.registry.metrics(), mediaType: metrics.registry.contentType };
}

function makeMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'circumplex_' });
  const registers = [registry];
  return {
    registry,
    tracks: new Gauge({ name: 'circumplex_tracks', help: 'Tracks in the library', registers }),
    jobs: new Gauge({
      name: 'circumplex_jobs',
      help: 'Jobs by state',
      labelNames: ['state'],
      registers,
    }),
  };
}
