/** Loaded for what it registers in the scope of an AudioWorklet. */
declare module 'signalsmith-stretch';
