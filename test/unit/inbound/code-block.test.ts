import {describe, expect, it} from '@jest/globals';
import {codeBlock} from '../../../server/inbound/code-block.js';

describe('a text as it is', () => {
  it('stands between two fences', () => {
    expect(codeBlock('a\n@channel')).toBe('```\na\n@channel\n```');
  });

  it('U-09 ends at no fence of its own', () => {
    expect(codeBlock('a\n```\n@channel\n`````')).toBe('``````\na\n```\n@channel\n`````\n``````');
  });
});
