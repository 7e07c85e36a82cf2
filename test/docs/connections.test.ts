import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {projectRoot} from '../../scripts/project-root.js';
import {MODES} from '../../server/core/domain/modes.js';
import {redirectAddress} from '../../server/core/domain/redirect-address.js';
import {eventsOf, ZOOM_FEATURE_NAMES} from '../../server/core/domain/zoom-features.js';
import {neededScopes} from '../../server/core/ports/zoom/scopes.js';
import {texts} from '../../server/messages/texts.js';

const page = readFileSync(join(projectRoot, 'docs/admin-guide.md'), 'utf8');
const chapter = page.split(/^## /m).find((text) => text.startsWith('Which connection?')) ?? '';
const [table = '', ...sections] = chapter.split(/^### /m);

const named = (cell: string): readonly (string | undefined)[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name);

/** The cells of the table's row with this name, without the name. */
const row = (name: string): readonly string[] =>
  [...table.matchAll(/^\|(.*?)\|(.*)\|$/gm)]
    .filter(([, first]) => first?.trim() === name)
    .flatMap(([, , cells = '']) => cells.split('|').map((cell) => cell.trim()));

describe('What each feature needs in Zoom in docs/admin-guide.md', () => {
  const features =
    page.split(/^## /m).find((text) => text.startsWith('What each feature needs in Zoom')) ?? '';
  const said = [...features.matchAll(/^\| ([^|]+) \|([^|]*)\|([^|]*)\|$/gm)]
    .slice(1)
    .map(([, title, scopes = '', events = '']) => [title, named(scopes), named(events)]);

  it('is the table by which the settings page and the test of the set-up go', () => {
    expect(said).toEqual(
      ZOOM_FEATURE_NAMES.map((feature) => [
        texts('en')(`feature.${feature}`),
        neededScopes('account', feature).map((scope) => scope.replace(/:admin$/, '')),
        eventsOf(feature).map(({name}) => name.replace('meeting.participant_', '…')),
      ]),
    );
  });
});

describe('Which connection? in docs/admin-guide.md', () => {
  it('has a column for each connection, in the order of the settings page', () => {
    expect(row('')).toEqual(MODES.map(({title}) => title));
    expect(row('`ConnectionMode`')).toEqual(MODES.map(({name}) => `\`${name}\``));
  });

  it('names the scopes that are needed, and says where nobody has to consent', () => {
    const scopes = row('Scopes').map((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, scope]) => scope));
    expect(scopes).toEqual(MODES.map(({scopes: reach}) => neededScopes(reach)));
    const isNobodys = row('Who can consent in Zoom').map((cell) => cell === 'nobody has to');
    expect(isNobodys).toEqual(MODES.map(({consent}) => consent === 'nobody'));
  });

  it('has no more than eight steps for each connection that Zoom offers, with the redirect address', () => {
    for (const {title, source, consent} of MODES) {
      const name = title.replace(/ \(.*/, '');
      const text = sections.find((section) => section.startsWith(`${name}\n`));
      expect([name, text !== undefined]).toEqual([name, source !== undefined]);
      const steps = text?.match(/^\d+\. /gm) ?? [];
      expect(steps.length).toBeLessThanOrEqual(8);
      const hasAddress = text?.includes(`\`${redirectAddress('<Site URL>')}\``) ?? false;
      expect([name, hasAddress]).toEqual([name, consent !== 'nobody']);
    }
  });
});
