import tseslint from 'typescript-eslint';

/** Ways to the network, storage, a clock, chance or a locale: none of them exists in a worker room (DESIGN §2.7, §3). */
const CLOSED_GLOBALS = [
  'fetch', 'XMLHttpRequest', 'WebSocket', 'WebTransport', 'EventSource', 'BroadcastChannel', 'indexedDB', 'localStorage',
  'sessionStorage', 'caches', 'navigator', 'Worker', 'importScripts', 'Date', 'performance', 'Intl', 'crypto', 'console',
  'setTimeout', 'setInterval', 'queueMicrotask',
].map((name) => ({ name, message: 'Not in a worker room: no input or output, no clock, no chance, no locale.' }));

const CLOSED_MEMBERS = [
  { object: 'Math', property: 'random', message: 'Verdicts are the same everywhere.' },
  { property: 'normalize', message: 'Engines differ in Unicode versions: the kernel normalises.' },
  { property: 'toLocaleLowerCase', message: 'Depends on the locale.' },
  { property: 'toLocaleUpperCase', message: 'Depends on the locale.' },
  { property: 'toLocaleString', message: 'Depends on the locale.' },
  { property: 'localeCompare', message: 'Depends on the locale.' },
];

const NO_MARKUP = {
  selector: "MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML)$/]",
  message: 'Build elements: markup from strings is refused by Trusted Types and invites injection.',
};
const NO_DYNAMIC_IMPORT = { selector: 'ImportExpression', message: 'One file each: nothing is loaded later.' };
const NO_DEFAULT_EXPORT = { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' };
const NO_NAMESPACE = { selector: 'TSModuleDeclaration[kind!="global"]:not([declare=true])', message: 'No namespaces.' };
const NO_ENUM = { selector: 'TSEnumDeclaration', message: 'No enums: a union of strings.' };
const HOUSE = [NO_MARKUP, NO_DEFAULT_EXPORT, NO_NAMESPACE, NO_ENUM];

const WORKER_ROOMS = ['src/worker/**', 'src/text/**', 'src/media/**', 'src/score/**', 'src/decide/**', 'src/contract/**', 'src/fallback/**'];
// The seal names what it removes, and tries it: that is the one place where a way out may be written down.
const SEAL = ['src/worker/seal*.ts', 'src/worker/self-test*.ts'];

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'build/', 'coverage/', '.cache/', 'assembly/*.ts', 'assembly/{normalise,match,features,score,image,sketch}/**', '**/*.gen.ts', 'demo/dist/', 'tests/architecture/fixture/**'] },
  { files: ['**/*.ts'], extends: [tseslint.configs.recommended] },
  {
    files: ['**/*.ts'],
    languageOptions: { parserOptions: { projectService: false, project: ['./tsconfig.contract.json', './tsconfig.page.json', './tsconfig.worker.json', './tsconfig.node.json', './tsconfig.tests.json', './tsconfig.demo.json'], tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false, attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'eqeqeq': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'off',
      '@typescript-eslint/no-implied-eval': 'error',
      'max-lines': ['error', { max: 260 }],
      'no-restricted-syntax': ['error', ...HOUSE],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-console': 'error',
      'no-restricted-syntax': ['error', ...HOUSE, NO_DYNAMIC_IMPORT],
      'no-restricted-globals': ['error', { name: 'fetch', message: 'src/host/assets.ts is the only place that asks for anything.' }, 'XMLHttpRequest', 'WebSocket', 'EventSource'],
    },
  },
  { files: ['src/host/assets.ts'], rules: { 'no-restricted-globals': ['error', 'XMLHttpRequest', 'WebSocket', 'EventSource'] } },
  // The page's code after `createSafety`, the frame form where the header form does not close (docs/decisions/0012), the
  // digests of what hidden words need (docs/decisions/0016), the editing of hidden words (docs/decisions/0015), and who writes (docs/decisions/0042).
  { files: ['src/host/create-safety.ts', 'src/host/worker-forms.ts', 'src/host/start-safety.ts', 'src/host/hidden-words.ts', 'src/host/review-outgoing.ts', 'src/host/read-outgoing.ts', 'src/host/people.ts', 'src/host/begin-report.ts', 'src/host/report-desk.ts', 'src/host/contact-list.ts', 'src/host/notices.ts'], rules: { 'no-restricted-syntax': ['error', ...HOUSE] } },
  // ONNX Runtime: in the worker's file it is inside, in Node it is an optional package.
  { files: ['src/score/onnx.ts'], rules: { 'no-restricted-syntax': ['error', ...HOUSE] } },
  {
    files: WORKER_ROOMS,
    ignores: SEAL,
    rules: { 'no-restricted-globals': ['error', ...CLOSED_GLOBALS], 'no-restricted-properties': ['error', ...CLOSED_MEMBERS] },
  },
  { files: SEAL, rules: { 'no-restricted-globals': 'off', 'no-restricted-syntax': ['error', ...HOUSE], '@typescript-eslint/no-implied-eval': 'off', 'no-eval': 'off' } },
  {
    files: ['src/node/**/*.ts'],
    rules: {
      'no-console': 'off', 'no-restricted-syntax': ['error', ...HOUSE],
      'no-restricted-globals': ['error', 'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'window', 'document', 'localStorage', 'indexedDB', 'Worker'],
    },
  },
  {
    files: ['demo/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: '^\\.\\.?/.*(src|dist|assembly|build)/', message: 'The demo imports the package by its public name.' }] }] },
  },
  // `inward doctor` asks a server for its headers; nothing of a message is in reach there.
  { files: ['src/node/doctor.ts', 'src/node/cli/doctor.ts'], rules: { 'no-restricted-globals': 'off' } },
  { files: ['tests/**/*.ts'], rules: { '@typescript-eslint/no-implied-eval': 'off', 'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, NO_ENUM] } },
  {
    files: ['**/*.config.ts', '**/vite.config.ts', 'tests/**/global-setup.ts'],
    rules: { 'no-restricted-syntax': ['error', NO_MARKUP, NO_ENUM] },
  },
);
