import {describe, expect, it} from '@jest/globals';
import {type SourceFile, sourceFiles} from './source-files.js';

/** The web app from the bottom to the top: nothing may import what stands beside it or above it. */
const WEBAPP_LAYERS: readonly (readonly string[])[] = [
  ['contract/', 'webapp/messages/'],
  ['webapp/mattermost/', 'webapp/text/', 'webapp/style/', 'webapp/error-boundary.tsx'],
  ['webapp/api/'],
  ['webapp/state/'],
  ['webapp/start/', 'webapp/import/'],
  ['webapp/services.ts'],
  ['webapp/parts/', 'webapp/provide.tsx'],
  ['webapp/admin/', 'webapp/card/', 'webapp/notices/', 'webapp/panel/', 'webapp/places/', 'webapp/settings/'],
  ['webapp/registrations.tsx'],
  ['webapp/plugin.tsx'],
  ['webapp/index.tsx'],
];

const webappRows = WEBAPP_LAYERS.flatMap((places, height) =>
  places.map((place) => [place, WEBAPP_LAYERS.slice(0, height).flat()] as const),
);

/** Who may import whom: a place, and the places besides itself that it may name. The first place that fits counts. */
const TABLE: readonly (readonly [string, readonly string[]])[] = [
  ['server/main.ts', ['server/compose.ts', 'server/hosts/native/', 'server/protocol/']],
  [
    'server/zoom-mattermost.ts',
    [
      'server/compose.ts',
      'server/hosts/standalone/',
      'server/lib/system-random.ts',
      'server/outbound/store/engines/',
      'server/outbound/store/service-records.ts',
    ],
  ],
  [
    'server/compose.ts',
    [
      'server/compose/',
      'server/core/',
      'server/inbound/',
      'server/outbound/',
      'server/network/',
      'server/messages/',
      'server/lib/',
    ],
  ],
  [
    'server/compose/',
    ['contract/', 'server/core/', 'server/inbound/', 'server/outbound/', 'server/messages/', 'server/lib/'],
  ],
  ['server/lib/', []],
  // How any request leaves this process: proxies and certificates, neither Zoom nor Mattermost.
  ['server/network/', ['server/core/domain/', 'server/lib/']],
  ['server/wire/', ['server/lib/']],
  ['server/protocol/', ['server/wire/', 'server/lib/']],
  ['server/core/domain/', ['contract/']],
  // The names of the texts are a type; the texts themselves arrive through the port.
  ['server/core/ports/texts.ts', ['server/core/domain/', 'server/messages/en.json']],
  ['server/core/ports/', ['contract/', 'server/core/domain/']],
  ['server/core/usecases/', ['contract/', 'server/core/domain/', 'server/core/ports/']],
  ['server/messages/', ['contract/', 'server/core/ports/']],
  ['server/inbound/', ['contract/', 'server/core/', 'server/lib/', 'server/messages/']],
  ['server/outbound/site/', ['server/core/ports/', 'server/network/', 'server/lib/']],
  ['server/outbound/store/', ['contract/', 'server/core/domain/', 'server/core/ports/', 'server/lib/']],
  [
    'server/outbound/zoom/',
    ['contract/', 'server/core/domain/', 'server/core/ports/', 'server/network/', 'server/lib/'],
  ],
  [
    'server/hosts/native/',
    [
      'server/hosts/chat-answers.ts',
      'server/hosts/client-address.ts',
      'server/hosts/create-audit.ts',
      'server/hosts/is-by-person.ts',
      'server/hosts/metrics/',
      'contract/',
      'server/core/domain/',
      'server/core/ports/',
      'server/protocol/',
      'server/wire/',
      'server/lib/',
    ],
  ],
  [
    'server/hosts/standalone/',
    [
      'server/hosts/chat-answers.ts',
      'server/hosts/client-address.ts',
      'server/hosts/create-audit.ts',
      'server/hosts/is-by-person.ts',
      'server/hosts/metrics/',
      'contract/',
      'server/core/domain/',
      'server/core/ports/',
      'server/network/',
      'server/lib/',
    ],
  ],
  ['server/hosts/chat-answers.ts', ['server/core/ports/']],
  ['server/hosts/client-address.ts', ['server/core/domain/']],
  ['server/hosts/create-audit.ts', ['server/core/ports/']],
  ['server/hosts/is-by-person.ts', []],
  ['server/hosts/metrics/', ['server/core/domain/', 'server/core/ports/']],
  // One script for the browser; nothing of the server is in it. The contract lies below both.
  ...webappRows,
  // One script for browsers as well, on a host of its own: what is decided there knows neither page nor network.
  ['join-page/machine/', ['contract/']],
  ['join-page/view/', ['contract/', 'join-page/machine/', 'join-page/kept-name.ts']],
  ['join-page/sdk/', ['contract/', 'join-page/machine/', 'join-page/timer.ts']],
  ['join-page/server/', ['contract/', 'join-page/machine/', 'join-page/timer.ts']],
  ['join-page/', ['contract/']],
  // What `npm start` runs builds the plugin first.
  [
    'sandbox/main.ts',
    ['sandbox/', 'scripts/build-plugin.ts', 'scripts/build-service.ts', 'scripts/build-webapp.ts'],
  ],
  // The page has React from the same globals as the plugin's script.
  ['sandbox/browser/', ['sandbox/mattermost/rest/', 'scripts/build-webapp/']],
  // Runs in the browser, and knows the small Mattermost by its REST API alone.
  ['sandbox/page/', []],
  // A double that shared code with what it tests would share its mistakes.
  ['sandbox/zoom/', []],
  ['sandbox/', ['contract/read-url.ts', 'server/protocol/', 'server/wire/', 'server/lib/']],
];

const PACKAGES: readonly (readonly [string, readonly string[]])[] = [
  ['contract/', []],
  ['server/core/', ['zod']],
  ['server/lib/', []],
  ['server/wire/', []],
  ['server/protocol/', []],
  ['join-page/', []],
  // All four come from the page.
  ['webapp/', ['react', 'react-dom', 'react-intl', 'react-redux']],
];

const files = sourceFiles('contract', 'server', 'sandbox', 'webapp', 'join-page');
const fits = (path: string, place: string): boolean =>
  path === place || (place.endsWith('/') && path.startsWith(place));

describe('The architecture', () => {
  it('has a row for every file', () => {
    const homeless = files.filter(({path}) => !TABLE.some(([place]) => fits(path, place)));
    expect(homeless.map(({path}) => path)).toEqual([]);
  });

  it('lets every file import only what its row allows', () => {
    const wrong = files.flatMap(({path, imports}) => {
      const [place = '', allowed = []] = TABLE.find(([row]) => fits(path, row)) ?? [];
      return imports
        .filter((target) => !fits(target, place) && !allowed.some((other) => fits(target, other)))
        .map((target) => `${path} → ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('keeps the contract, the core, the leaves and the wire free of libraries', () => {
    const wrong = files.flatMap(({path, packages}) => {
      const allowed = PACKAGES.find(([place]) => fits(path, place))?.[1];
      return packages.filter((name) => allowed?.includes(name) === false).map((name) => `${path} → ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('has no circle of imports', () => {
    expect(findCircle(files)).toEqual([]);
  });
});

function findCircle(sources: readonly SourceFile[]): readonly string[] {
  const byPath = new Map(sources.map((file) => [file.path, file]));
  const done = new Set<string>();
  const walk = (path: string, trail: readonly string[]): readonly string[] => {
    if (trail.includes(path)) return [...trail.slice(trail.indexOf(path)), path];
    if (done.has(path)) return [];
    for (const target of byPath.get(path)?.imports ?? []) {
      const circle = walk(target, [...trail, path]);
      if (circle.length > 0) return circle;
    }
    done.add(path);
    return [];
  };
  for (const {path} of sources) {
    const circle = walk(path, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
