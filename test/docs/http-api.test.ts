import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from '@jest/globals';
import {projectRoot} from '../../scripts/project-root.js';
import type {Operation} from '../../server/core/ports/zoom/operation.js';
import {operations} from '../../server/core/ports/zoom/operations.js';
import {pathOf} from '../../server/inbound/api/operation-route.js';
import {whoseIs} from '../../server/inbound/api/zoom-calls.js';

const page = readFileSync(join(projectRoot, 'docs/http-api.md'), 'utf8');
const chapter = page.split(/^### /m).find((text) => text.startsWith('From your integration platform')) ?? '';

describe('From your integration platform’s action to our call in docs/http-api.md', () => {
  it('has a row for each operation, in their order, with its call, its scopes, and whose it is', () => {
    const rows = Object.entries<Operation>(operations)
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([name, row]) => [
        `\`${name}\``,
        `\`${row.method} ${pathOf(row)}\``,
        `\`${row.scopes.granular}\``,
        row.scopes.classic.map((scope) => `\`${scope}\``).join(' or '),
        whoseIs(row),
      ]);
    const said = [...chapter.matchAll(/^\| (`\w+` \|.*) \|$/gm)].map(([, cells = '']) => cells.split(' | '));
    expect(said.filter(([name]) => name !== '`code`')).toEqual(rows);
  });
});
