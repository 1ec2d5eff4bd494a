/**
 * The room table of DESIGN §3: what each room may import, everything else is refused. `build/*.gen.ts` are made by the
 * build. tests/architecture/boundaries.test.ts shows that each rule bites.
 */
const GEN = '^build/[a-z-]+\\.gen\\.ts$';
/** The text kernel's map. */
const REGIONS = '^build/regions\\.gen\\.ts$';
const ENGINE_ROOMS = ['^src/(contract|text|media|score|decide|worker|fallback)/'];

/** @type {Record<string, { from: string[], to: string[], why: string }>} */
const ROOMS = {
  contract: { from: ['^src/contract/'], to: ['^src/contract/'], why: 'imports nothing' },
  text: { from: ['^src/text/'], to: ['^src/(contract|text)/', REGIONS], why: 'bridges know the contract and the kernel' },
  media: { from: ['^src/media/'], to: ['^src/(contract|media)/'], why: 'bridges know the contract only' },
  score: { from: ['^src/score/'], to: ['^src/(contract|score)/', REGIONS, '^node_modules/onnxruntime-web/'], why: 'a scorer does not know what a score means' },
  decide: { from: ['^src/decide/'], to: ['^src/(contract|decide)/'], why: 'pure tables over the contract' },
  fallback: { from: ['^src/fallback/'], to: ['^src/(contract|decide|fallback)/'], why: 'works without a kernel' },
  worker: { from: ['^src/worker/'], to: [...ENGINE_ROOMS, GEN, '^node_modules/(comlink|@noble/ed25519)/'], why: 'the sealed side knows no page' },
  frame: { from: ['^src/frame/'], to: ['^src/(contract|frame)/'], why: 'its digest stands in page policies' },
  host: { from: ['^src/host/'], to: ['^src/(contract|host)/', GEN, '^node_modules/comlink/'], why: 'the page forwards, it does not read' },
  entry: { from: ['^src/(index|browser|lists|settings|requests|forward|onnx)\\.ts$'], to: ['^src/(contract|host)/', GEN], why: 'entries hold no logic of other rooms' },
  report: { from: ['^src/report/'], to: ['^src/(contract|report)/', '^node_modules/hpke/'], why: 'what leaves the device is made of what the host hands in, and of nothing else' },
  ui: { from: ['^src/ui/'], to: ['^src/(contract|ui)/', '^build/(catalogue|notices|report|forward)-[a-z]+\\.gen\\.ts$', '^node_modules/(@types/react|react|vue|svelte)/'], why: 'elements know the contract\'s types; frameworks by type only' },
  testing: { from: ['^src/testing/'], to: ['^src/(contract|testing)/'], why: 'reaches an instance by its symbol only' },
  vite: { from: ['^src/vite/'], to: ['^src/(contract|vite)/', GEN, '^node_modules/vite/'], why: 'types of vite, nothing of ours but the header' },
  node: {
    from: ['^src/node/'],
    // The simulators of new threads and of cascades are what `eval contact` and `eval cascade` run.
    to: [...ENGINE_ROOMS, '^src/(node|host|report)/', '^src/testing/', '^models/(contact|build|chain/cascade)/', GEN, '^node_modules/(commander|cli-progress|whatsapp-chat-parser|@types)/'],
    why: 'the same engine in one process: the worker rooms and the page side that drives them',
  },
  models: {
    from: ['^models/'],
    to: ['^models/', '^src/(contract|text|score|decide|node)/', '^assembly/(memory|tables/build/(plain|confusables))\\.ts$', GEN, '^scripts/build/', '^node_modules/(onnxruntime-web|@faker-js)/'],
    why: 'trainers use the shipped normaliser and features, never the page',
  },
  tables: { from: ['^assembly/tables/build/'], to: ['^assembly/', '^scripts/build/', '^src/contract/', '^node_modules/@unicode/'], why: 'generators read Unicode data only' },
  scripts: {
    from: ['^scripts/'], to: ['^scripts/', '^src/contract/', '^models/', '^assembly/', '^tests/architecture/budgets\\.ts$', '^node_modules/'],
    why: 'the build does not depend on what it builds',
  },
  demo: { from: ['^demo/'], to: ['^demo/', '^(package\\.json|dist/)', '^node_modules/'], why: 'imports the package by its public name only' },
};

const BUILTIN = '^(node:)?(assert|buffer|child_process|crypto|events|fs|http|https|module|net|os|path|perf_hooks|process|readline|stream|string_decoder|timers|tls|tty|url|util|v8|vm|worker_threads|zlib)(/|$)';
const MAY_USE_NODE = ['vite', 'node', 'models', 'tables', 'scripts', 'demo'];

module.exports = {
  forbidden: [
    ...Object.entries(ROOMS).map(([name, room]) => ({
      name: `room-${name}`,
      comment: room.why,
      severity: 'error',
      from: { path: room.from },
      to: { pathNot: [...room.to, ...(MAY_USE_NODE.includes(name) ? [BUILTIN] : [])] },
    })),
    {
      name: 'no-cycles', comment: 'two files may know each other\'s types, not each other\'s values', severity: 'error',
      from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-catch-all-rooms', comment: 'a file is named after the thing it holds', severity: 'error',
      from: {}, to: { path: ['(^|/)(utils?|helpers?|common)(/|\\.ts$)', '^src/network(/|\\.ts$)'], pathNot: '^node_modules/' },
    },
    {
      name: 'onnx-in-one-place', comment: 'ONNX Runtime is loaded by src/score/onnx.ts alone', severity: 'error',
      from: { path: '^src/', pathNot: '^src/score/onnx\\.ts$' }, to: { path: 'onnxruntime' },
    },
    {
      name: 'ui-knows-types-only', comment: 'elements bring no code of other rooms, and no framework', severity: 'error',
      from: { path: '^src/ui/' }, to: { pathNot: ['^src/ui/', '^build/(catalogue|notices|report|forward)-[a-z]+\\.gen\\.ts$'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'generated-tables-are-leaves', comment: 'compiled texts bring the library\'s plural function, and know their type', severity: 'error',
      from: { path: '^build/' }, to: { pathNot: ['^src/contract/', '^build/', '^src/ui/(catalogue|report/report-words|forward/forward-words)\\.ts$', '^node_modules/@messageformat/runtime/'] },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^dist/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
