import tseslint from 'typescript-eslint';

export default tseslint.config(
  {ignores: ['dist/', 'build/', 'node_modules/', 'coverage/', '**/dist/']},
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', {argsIgnorePattern: '^_', varsIgnorePattern: '^_'}],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
      'max-lines': ['error', {max: 300}],
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        {object: 'URL', property: 'canParse', message: 'Read it with contract/read-url, which says why.'},
      ],
      eqeqeq: 'error',
    },
  },
  {
    // These run in browsers, which read addresses well.
    files: ['sandbox/page/**', 'sandbox/zoom/sdk/client/**'],
    rules: {'no-restricted-properties': 'off'},
  },
  {
    // What people run in a terminal speaks to the terminal.
    files: ['scripts/**', 'bench/**', 'sandbox/**'],
    rules: {'no-console': 'off'},
  },
  {
    // A secret compared with === leaks its length and prefix through time.
    files: ['server/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "BinaryExpression[operator=/^[!=]==?$/]:matches([left.name=/secret|signature|token/i], [left.property.name=/secret|signature|token/i]):not([right.type='Literal']):not([right.name='undefined'])",
          message: 'Compare secrets with lib/equal-in-constant-time.',
        },
      ],
      'no-restricted-globals': [
        'error',
        {name: 'process', message: 'Only main.ts and hosts know the process.'},
      ],
    },
  },
  {
    files: ['server/main.ts', 'server/zoom-mattermost.ts', 'server/hosts/**'],
    rules: {'no-restricted-globals': 'off'},
  },
);
