import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

import svelteConfig from './ui/svelte.config.js';

const oneDoor = {
  patterns: [{ group: ['@tauri-apps/*'], message: 'Only ui/src/lib/api/tauri.ts talks to Tauri.' }],
};

const noAutofocus = {
  selector: "SvelteAttribute[key.name='autofocus']",
  message: 'ui/src/lib/parts/first.ts begins in a field, and says why this does not.',
};

export default defineConfig(
  globalIgnores(['ui/dist/', 'ui/src/lib/api/bindings.ts']),
  js.configs.recommended,
  ts.configs.strictTypeChecked,
  svelte.configs.recommended,
  {
    languageOptions: {
      globals: globals.browser,
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'] },
    },
    rules: {
      // The compiler knows every name, and TypeScript's own check is the better one.
      'no-undef': 'off',
      'no-restricted-imports': ['error', oneDoor],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, svelteConfig } },
    rules: {
      'no-restricted-syntax': ['error', noAutofocus],
      // In a template this parser takes the argument of a callback for `any`; svelte-check knows its type.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: ['ui/src/lib/api/tauri.ts'], rules: { 'no-restricted-imports': 'off' } },
  { files: ['**/*.js'], extends: [ts.configs.disableTypeChecked] },
);
