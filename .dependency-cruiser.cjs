// SPDX-License-Identifier: EUPL-1.2
// The doors of the house (docs/besluiten/2026-11-21-het-huis.md). A new folder that breaks a door is a wrong folder.
const stations = ['meldcode', 'melding', 'radar', 'beoordeling', 'overdracht', 'plan', 'tafel', 'monitoring'];

/** A station never imports a later station: it leaves an act, and the later one reacts to it. */
const keten = stations.slice(0, -1).map((station, i) => ({
  name: `keten-${station}-niet-vooruit`,
  severity: 'error',
  from: { path: `^src/keten/${station}/`, pathNot: '\\.page\\.tsx$|\\.test\\.ts$' },
  to: { path: `^src/keten/(${stations.slice(i + 1).join('|')})/`, dependencyTypesNot: ['type-only'] },
}));

module.exports = {
  forbidden: [
    ...keten,
    { name: 'geen-kringen', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'platform-weet-niets-van-geweld',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(kern|keten|inzicht|rechten|web)/|^src/main' },
    },
    {
      name: 'kern-kent-geen-station',
      severity: 'error',
      from: { path: '^src/kern/' },
      to: { path: '^src/(keten|inzicht|rechten|web)/|^src/main' },
    },
    {
      name: 'keten-kent-geen-inzicht',
      severity: 'error',
      from: { path: '^src/keten/', pathNot: '\\.page\\.tsx$' },
      to: { path: '^src/(inzicht|rechten|web)/|^src/main' },
    },
    {
      name: 'regels-zonder-io',
      comment: 'rules are pure: only other rules, types and the calendar',
      severity: 'error',
      from: {
        path: '^src/(kern|keten|inzicht)/',
        pathNot: '\\.(store|api|page|job|test)\\.tsx?$|\\.[a-z0-9]+\\.test\\.tsx?$',
      },
      to: {
        path: '^src/platform/(database|acts|jobs|http(?!/schema)|login|messages)/|\\.(store|api|job)\\.ts$|^node:(fs|http|net|child_process)|node_modules/(pg|kysely|fastify|graphile-worker)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'pages-praten-met-de-api',
      comment: 'a page knows the server only through the API; types may travel',
      severity: 'error',
      from: { path: '\\.page\\.tsx$|^src/web/' },
      to: {
        path: '\\.(store|api|job)\\.ts$|^src/platform/(database|acts|jobs|http|login|messages)/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'sql-alleen-in-een-store',
      severity: 'error',
      from: { path: '^src/(kern|keten|inzicht)/', pathNot: '\\.store\\.ts$|\\.test\\.ts$' },
      to: { path: 'node_modules/(pg|kysely)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'geen-wezen',
      severity: 'error',
      from: { orphan: true, pathNot: '\\.(test|d)\\.ts$|\\.config\\.ts$' },
      to: {},
    },
    {
      name: 'bron-importeert-geen-demo',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(test|bench)/' },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
