/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // The server in front of Next compresses nothing that streams; assets are small and local.
  compress: true,
  serverExternalPackages: [
    '@electric-sql/pglite',
    '@electric-sql/pglite-pgvector',
    'onnxruntime-node',
    'drizzle-orm',
    'pg',
    'pino',
  ],
  typescript: { ignoreBuildErrors: true },
  outputFileTracingExcludes: { '/*': ['.data/**'] },
};
