/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  compress: true,
  // No page asks for a picture in another size, so nobody else is to have one made.
  images: { unoptimized: true },
  serverExternalPackages: [
    '@electric-sql/pglite',
    '@electric-sql/pglite-pgvector',
    'onnxruntime-node',
    'drizzle-orm',
    'h5wasm',
    'pg',
    'pino',
  ],
  // Types are checked by npm test; a person who starts the program need not wait for it.
  typescript: { ignoreBuildErrors: true },
  outputFileTracingExcludes: { '/*': ['.data/**'] },
};

export default config;
