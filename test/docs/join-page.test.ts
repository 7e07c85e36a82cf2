import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {JOIN_PAGE_PATH, ROUTES_PATH} from '../../contract/routes.js';
import {projectRoot} from '../../scripts/project-root.js';
import {readSettings} from '../../server/core/domain/settings.js';
import {settingsSchema} from '../../server/core/domain/settings-schema.js';
import {SETTING_NAMES} from '../../server/core/domain/setting-names.js';
import {sdkFiles} from '../../server/core/domain/join-page.js';
import {setUpJoinPage} from '../support/join-page-settings.js';

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');
const page = read('docs/join-page.md');
const blocksOf = (language: string): readonly string[] =>
  [...page.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].flatMap(([, name, block = '']) =>
    name === language ? [block] : [],
  );
const PAGES_PATH = `${ROUTES_PATH}${JOIN_PAGE_PATH}/`;
const sdk = readSettings(setUpJoinPage).joinPage?.sdk ?? {base: '', version: ''};

/** What each proxy needs to be told: to answer 404, to keep `Host`, and to append to `X-Forwarded-For`. */
const PROXIES: readonly [language: string, says: readonly string[]][] = [
  [
    'nginx',
    [
      'location / {\n        return 404;',
      'proxy_set_header Host $http_host;',
      'proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;',
      'access_log off;',
    ],
  ],
  // It does the rest by itself.
  ['caddyfile', ['respond 404']],
  ['apache', [`RedirectMatch 404 "^/(?!${PAGES_PATH.slice(1)})"`, 'ProxyPreserveHost On', 'CustomLog']],
];

describe('docs/join-page.md', () => {
  it.each(PROXIES)('leads exactly the paths of the page to Mattermost, by %s', (language, says) => {
    const [lines = ''] = blocksOf(language);
    expect(says.filter((line) => !lines.includes(line))).toEqual([]);
    const paths = [...lines.matchAll(/\/?plugins\/[^\s"*;)]*/g)].map(([path]) => path.replace(/^\/?/, '/'));
    expect(new Set(paths)).toEqual(new Set([PAGES_PATH]));
    const upstreams = [...lines.matchAll(/(?:http:\/\/|reverse_proxy )127\.0\.0\.1:(\d+)/g)];
    expect(upstreams.map(([, port]) => port)).toEqual(['8065']);
  });

  it.each(['docs/join-page.md', 'docs/admin-guide.md'])(
    'names every setting of the page, as %s does',
    (path) => {
      const told = [...read(path).matchAll(/^\| ([^|]+) \| `(JoinPage\w+)` \|/gm)];
      const known = Object.entries(SETTING_NAMES).filter(([key]) => key.startsWith('JoinPage'));
      expect(told.map(([, name, key]) => [key, name])).toEqual(known);
    },
  );

  it('speaks of the version of the Meeting SDK that the setting has', () => {
    const named = [...page.matchAll(/(?<![\d.])\d+\.\d+\.\d+(?![\d.])/g)].map(([version]) => version);
    expect(new Set(named)).toEqual(new Set([sdk.version]));
    expect(page).toContain(`\`${settingsSchema.parse({}).JoinPageSDK}\``);
  });

  it('puts the files of a mirror where the page loads them from', () => {
    const copied = [...page.matchAll(/^cp (?:-R )?(.+) (\/srv\/\S+\/)$/gm)].flatMap(
      ([, from = '', to = '']) => from.split(' ').map((path) => `${to}${path.split('/').at(-1)}`),
    );
    for (const {file} of sdkFiles({base: '/srv/zoom-sdk', version: sdk.version})) {
      expect([file, copied.some((path) => file === path || file.startsWith(`${path}/`))]).toEqual([
        file,
        true,
      ]);
    }
  });

  it('tells the limits that are in force', () => {
    const source = read('server/inbound/join-page/join-limits.ts');
    const limits = [...source.matchAll(/_A_MINUTE = ([\d_]+);/g)].map(([, limit = '']) =>
      Number(limit.replaceAll('_', '')),
    );
    const told = [...page.matchAll(/^\| [^|]+ \| ([\d,]+) a minute \|$/gm)].map(([, limit = '']) =>
      Number(limit.replaceAll(',', '')),
    );
    expect(told).toEqual(limits);
  });
});
