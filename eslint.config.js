import next from 'eslint-config-next/core-web-vitals';
import tseslint from 'typescript-eslint';

/** Folders of the house that a folder must not import: imports run app -> server -> {db, ml}. */
const forbidden = {
  ml: ['app', 'server', 'db'],
  db: ['app', 'server', 'ml'],
  server: ['app'],
};

/** The patterns under which `folder` could be imported: by alias, or by climbing out of one's own folder. */
const patternsOf = (folder) => [`@/${folder}`, `@/${folder}/**`, `**/../${folder}/**`];

const directions = Object.entries(forbidden).map(([folder, others]) => ({
  files: [`${folder}/**/*.ts`, `${folder}/**/*.tsx`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: others.map((other) => ({
          group: patternsOf(other),
          message: `Imports run app -> server -> {db, ml}: ${folder}/ must not import ${other}/. Pass the value in instead.`,
        })),
      },
    ],
  },
}));

export default tseslint.config(
  {
    ignores: [
      '.next/**',
      'dist/**',
      'ml/**/assembly/**',
      'ml/**/kernelCode.js',
      '.data/**',
      'node_modules/**',
      'next-env.d.ts',
      'test-results/**',
      'playwright-report/**',
    ],
  },
  ...next,
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'max-params': ['error', 3],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'smart'],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['ml/**/*.ts'],
    ignores: ['ml/**/*.test.ts', 'ml/**/*.bench.ts'],
    rules: {
      'no-restricted-globals': ['error', { name: 'fetch', message: 'ml/ is pure: arrays in, arrays out.' }],
    },
  },
  ...directions,
);
