import {expect, it} from '@jest/globals';
import {toYaml} from '../../../server/lib/to-yaml.js';

it('YAML has names as they are and values in JSON, so that no text can become another line', () => {
  expect(
    toYaml({
      version: '3.0.0',
      site: {url: null, tricky: 'a: "b"\nc: d', inner: {count: 2, ok: true}},
      names: ['one', 'two'],
      none: [],
    }),
  ).toBe(
    [
      'version: "3.0.0"',
      'site:',
      '  url: null',
      '  tricky: "a: \\"b\\"\\nc: d"',
      '  inner:',
      '    count: 2',
      '    ok: true',
      'names: ["one","two"]',
      'none: []',
      '',
    ].join('\n'),
  );
});
