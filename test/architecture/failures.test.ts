import {describe, expect, it} from '@jest/globals';
import {sourceFiles} from './source-files.js';

/** A failure that is caught without a look at it: it can be neither told nor logged. */
const UNSEEN = /\bcatch \{|\.catch\(\(\) =>|, \(\) => (undefined|false)\)(;|,)?$/;
const COMMENT = /^\s*(\/\/|\*|\/\*)|\S\s+\/\/ /;

/** The lines from the last empty one to the one after `index`, where a reason can stand. */
function around(lines: readonly string[], index: number): readonly string[] {
  const before = lines.lastIndexOf('', index);
  return lines.slice(before + 1, index + 2);
}

describe('A failure that nobody looks at', () => {
  it.each(['contract', 'server', 'webapp', 'join-page'])(
    'has a comment that says why that is right (%s)',
    (folder) => {
      const silent = sourceFiles(folder).flatMap(({path, text}) => {
        const lines = text.split('\n');
        return lines.flatMap((line, index) =>
          UNSEEN.test(line) && !around(lines, index).some((near) => COMMENT.test(near))
            ? [`${path}:${index + 1}: ${line.trim()}`]
            : [],
        );
      });
      expect(silent).toEqual([]);
    },
  );
});
