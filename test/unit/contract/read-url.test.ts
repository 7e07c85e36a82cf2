import {describe, expect, it} from '@jest/globals';
import {readUrl} from '../../../contract/read-url.js';

describe('readUrl', () => {
  it('reads an address with an umlaut as often as it is asked, beyond the point where V8 optimises it', () => {
    const typed = 'https://beitritt.müller.example';
    const hosts = new Set(Array.from({length: 20_000}, () => readUrl(typed)?.hostname));
    expect([...hosts]).toEqual(['beitritt.xn--mller-kva.example']);
  });

  it('reads a path from the address it stands in', () => {
    expect(readUrl('/plugins/zoom', 'https://chat.example.org/team')?.href).toBe(
      'https://chat.example.org/plugins/zoom',
    );
  });

  it.each(['', 'chat.example.org', '/plugins/zoom', 'https://'])('reads none in "%s"', (typed) => {
    expect(readUrl(typed)).toBeUndefined();
  });
});
