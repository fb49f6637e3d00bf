import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { defineConfig, globalIgnores } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { noNumberToFixed } from './tools/tidy/eslint/no-number-to-fixed.mjs';

const exact = [
  {
    selector: 'CallExpression[callee.name="parseFloat"], CallExpression[callee.property.name="parseFloat"]',
    message: 'Binary floats lose fen: use bigint for money and Decimal from the kernel for other figures.',
  },
];

const named = {
  selector: 'ExportDefaultDeclaration',
  message: 'A default export has a different name in every importer: export by name.',
};

export default defineConfig(
  globalIgnores(['**/dist/', '**/coverage/', '.local/', '.nx/', 'docs/', '**/generated/', 'tools/boundaries/violations/']),
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { globals: globals.node },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-syntax': ['error', ...exact, named],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Only the rules that need types and have caught real faults; the whole type-checked set costs minutes on two cores.
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      // consistent-type-imports stays off: `import type` erases what Nest reads from decorator metadata (constructors, DTOs).
    },
  },
  {
    files: ['libs/**/*.ts', 'services/**/*.ts'],
    plugins: { yigongti: { rules: { 'no-number-to-fixed': noNumberToFixed } } },
    rules: { 'no-console': 'error', 'yigongti/no-number-to-fixed': 'error' },
  },
  { files: ['**/*.config.mjs'], rules: { 'no-restricted-syntax': ['error', ...exact] } },
  prettier,
);
