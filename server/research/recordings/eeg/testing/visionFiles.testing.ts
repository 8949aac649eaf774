/** A BrainVision header to write; sections as they stand. */
export interface VisionToWrite {
  common?: Record<string, string>;
  binary?: Record<string, string>;
  ascii?: Record<string, string>;
  channels?: string[];
  comment?: string;
  first?: string;
}

/** The text of a `.vhdr` file of two channels of 16-bit numbers at 250 Hz, as far as nothing else is said. */
export function visionHeader(file: VisionToWrite = {}): string {
  const channels = file.channels ?? ['Fp1,,0.5,µV', 'Cz,,1,mV'];
  const common = {
    Codepage: 'UTF-8',
    DataFile: 'a.eeg',
    MarkerFile: 'a.vmrk',
    DataFormat: 'BINARY',
    DataOrientation: 'MULTIPLEXED',
    NumberOfChannels: String(channels.length),
    SamplingInterval: '4000',
    ...file.common,
  };
  return [
    file.first ?? 'Brain Vision Data Exchange Header File Version 1.0',
    '; written by a test',
    ...section('Common Infos', common),
    ...section('Binary Infos', { BinaryFormat: 'INT_16', ...file.binary }),
    ...(file.ascii ? section('ASCII Infos', file.ascii) : []),
    '[Channel Infos]',
    ...channels.map((channel, index) => `Ch${index + 1}=${channel}`),
    ...(file.comment === undefined ? [] : ['[Comment]', file.comment]),
  ].join('\r\n');
}

function section(name: string, entries: Record<string, string>): string[] {
  return [`[${name}]`, ...Object.entries(entries).map(([key, value]) => `${key}=${value}`), ''];
}

/** The text of a `.vmrk` file. */
export function visionMarkers(markers: readonly string[]): string {
  return [
    'Brain Vision Data Exchange Marker File, Version 1.0',
    '[Common Infos]',
    'DataFile=a.eeg',
    '[Marker Infos]',
    '; comments = no markers',
    ...markers.map((marker, index) => `Mk${index + 1}=${marker}`),
  ].join('\r\n');
}
