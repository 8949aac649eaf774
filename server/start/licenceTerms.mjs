/** Licences by their SPDX names under which a package may ship: their notice is kept, and nothing else is asked of us. */
const allowed = new Set([
  ...['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC0-1.0', 'ISC', 'MIT'],
  ...['PostgreSQL', 'Python-2.0', 'Unlicense', 'Zlib'],
  // Asks for the source of its own files when they are changed; ours are not touched by it.
  'MPL-2.0',
  // Data (the tables of browsers) and fonts.
  ...['CC-BY-4.0', 'OFL-1.1'],
]);

/** Licences of what others wrote and a package holds in compiled form, where the package declares only its own. */
const compiledIn = {
  'mpg123-decoder': 'LGPL-2.1-only',
  '@wasm-audio-decoders/common': 'Zlib',
  '@wasm-audio-decoders/flac': 'BSD-3-Clause',
  '@wasm-audio-decoders/ogg-vorbis': 'BSD-3-Clause',
  '@wasm-audio-decoders/opus-ml': 'BSD-3-Clause',
  'opus-decoder': 'BSD-3-Clause',
  '@electric-sql/pglite': 'PostgreSQL',
  '@electric-sql/pglite-pgvector': 'PostgreSQL',
  h5wasm: 'BSD-3-Clause',
  'onnxruntime-node': 'Apache-2.0 AND BSD-3-Clause AND MPL-2.0 AND LicenseRef-Microsoft-DirectML',
  next: 'Apache-2.0 AND BSD-2-Clause AND BSD-3-Clause AND BlueOak-1.0.0 AND CC0-1.0 AND ISC AND MPL-2.0 AND OFL-1.1',
};

const replaceable = 'a package of its own, in no bundle of ours, which anybody can replace';
const imageResizer = 'libvips for the image resizer of Next, which no page uses; may be deleted or replaced';

/** Packages that ship although their licence, in full, is not on the list: that licence, and why. NOTICE names each. */
const exceptions = {
  'codec-parser': { licence: 'LGPL-3.0-or-later', reason: replaceable },
  'mpg123-decoder': { licence: 'MIT AND LGPL-2.1-only', reason: replaceable },
  'onnxruntime-node': {
    licence: `MIT AND ${compiledIn['onnxruntime-node']}`,
    reason: 'holds DirectML for Windows, which nothing loads: inference is asked of the processor alone',
  },
  h5wasm: {
    licence: 'SEE LICENSE IN LICENSE.txt AND BSD-3-Clause',
    reason: 'public domain of NIST, whose terms have no name that is known to npm; permissive like BSD',
  },
  ...imagePackages('LGPL-3.0-or-later', [
    '@img/sharp-libvips-darwin-arm64',
    '@img/sharp-libvips-darwin-x64',
    '@img/sharp-libvips-linux-arm',
    '@img/sharp-libvips-linux-arm64',
    '@img/sharp-libvips-linux-ppc64',
    '@img/sharp-libvips-linux-riscv64',
    '@img/sharp-libvips-linux-s390x',
    '@img/sharp-libvips-linux-x64',
    '@img/sharp-libvips-linuxmusl-arm64',
    '@img/sharp-libvips-linuxmusl-x64',
  ]),
  ...imagePackages('Apache-2.0 AND LGPL-3.0-or-later', [
    '@img/sharp-win32-arm64',
    '@img/sharp-win32-ia32',
    '@img/sharp-win32-x64',
  ]),
  ...imagePackages('Apache-2.0 AND LGPL-3.0-or-later AND MIT', ['@img/sharp-wasm32']),
};

export const terms = { allowed, compiledIn, exceptions };

function imagePackages(licence, names) {
  return Object.fromEntries(names.map((name) => [name, { licence, reason: imageResizer }]));
}
