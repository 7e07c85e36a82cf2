import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {projectRoot} from '../../scripts/project-root.js';
import {neededScopes} from '../../server/core/ports/zoom/scopes.js';
import {ROWS} from '../../server/outbound/store/rows.js';

const read = (path: string): string => readFileSync(join(projectRoot, path), 'utf8');
const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  'docs/admin-guide.md',
  'docs/user-guide.md',
  'docs/http-api.md',
  'docs/join-page.md',
  'docs/organisers.md',
  'docs/upgrade-from-the-official-plugin.md',
  'docs/bundle.md',
  'docs/standalone.md',
  'docs/metrics.md',
  'docs/storage.md',
  'docs/troubleshooting.md',
  'docs/web-app.md',
  'docs/mutation.md',
];
const said = Object.values(JSON.parse(read('server/messages/en.json')) as Record<string, string>).join('\n');

describe('What the documents claim', () => {
  it.each(DOCUMENTS)('every relative link of %s leads somewhere', (document) => {
    const links = [...read(document).matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link ?? '');
    const broken = links.filter((link) => !existsSync(join(projectRoot, dirname(document), link)));
    expect(broken).toEqual([]);
  });

  it.each(DOCUMENTS)('every npm script that %s names exists', (document) => {
    const {scripts} = JSON.parse(read('package.json')) as {scripts: Record<string, string>};
    const named = [...read(document).matchAll(/npm run (?:--silent )?([\w-]+)/g)].map(
      ([, name]) => name ?? '',
    );
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('docs/storage.md names every row that is stored, and what stops while it cannot be read', () => {
    const section = read('docs/storage.md').split('## What is in it')[1] ?? '';
    const told = [...section.matchAll(/^\| `([^`]+)` \|.*\| ([^|]+) \|$/gm)];
    expect(told.map(([, key, stops]) => [key, stops])).toEqual(
      Object.values(ROWS).map(({key, stops}) => [key, stops]),
    );
  });

  it('the README and the System Console name exactly the scopes that are needed', () => {
    for (const document of ['README.md', 'plugin.json']) {
      const named = [...read(document).matchAll(/`((?:user|meeting):[a-z_:]+)`/g)].map(([, scope]) => scope);
      expect(new Set(named)).toEqual(new Set(neededScopes('account')));
    }
  });

  it('every text that the troubleshooting table explains is one that the product says', () => {
    const rows = read('docs/troubleshooting.md')
      .split('\n')
      .filter((line) => line.startsWith('| ') && !line.startsWith('| You read'));
    const texts = rows
      .map((row) => (row.split('|')[1] ?? '').trim())
      .filter((text) => /^(Zoom|We|Mattermost|The Zoom)/.test(text));
    expect(texts.length).toBeGreaterThan(5);
    for (const text of texts) {
      const [beginning = ''] = text.split('…');
      expect([text, said.includes(beginning.trim().replace(/ the scope$/, ''))]).toEqual([text, true]);
    }
  });
});

describe('The pictures in docs/images', () => {
  const names = readdirSync(join(projectRoot, 'docs/images'));

  it('are those that the browser test takes, each in a light and a dark theme', () => {
    const taken = [
      ...['card-waiting', 'card-live', 'card-people', 'card-ended'],
      ...['card-cancelled', 'card-expired', 'card-shared', 'set-up'],
      ...['connect-prompt', 'connected', 'set-up-own-accounts'],
      ...['card-planned', 'card-webinar', 'import-panel', 'event-site'],
    ];
    expect(names.sort()).toEqual(taken.flatMap((name) => [`${name}-dark.png`, `${name}-light.png`]).sort());
  });

  it('are all shown by the README or a guide, and small', () => {
    const readme = read('README.md');
    const guides = read('docs/user-guide.md') + read('docs/organisers.md');
    const isShown = (name: string): boolean =>
      readme.includes(`(docs/images/${name})`) || guides.includes(`"images/${name}"`);
    expect(names.filter((name) => !isShown(name))).toEqual([]);
    const sizes = names.map((name) => statSync(join(projectRoot, 'docs/images', name)).size);
    expect(Math.max(...sizes)).toBeLessThan(130_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(900_000);
  });
});
