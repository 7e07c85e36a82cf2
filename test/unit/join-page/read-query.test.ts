import {describe, expect, it} from '@jest/globals';
import {leaveAddress, readQuery, stayAddress} from '../../../join-page/read-query.js';

describe('What the page’s address says', () => {
  it('is a name, an address, and how the page is opened', () => {
    expect(readQuery('?name=Zoe%20Marsh&email=zoe@example.org&open=app&view=fill&lang=de')).toEqual({
      name: 'Zoe Marsh',
      email: 'zoe@example.org',
      opensApp: true,
      fills: true,
      hasLeft: false,
    });
    expect(readQuery('')).toEqual({name: '', email: '', opensApp: false, fills: false, hasLeft: false});
  });

  it.each([
    ['null bytes and other control characters', '%00Zo%00e%0A%07', 'Zo e'],
    ['what turns the direction', '%E2%80%AEeoZ%E2%81%A9', 'eoZ'],
    ['what is too long, at a whole sign', encodeURIComponent('😀'.repeat(3_000)), '😀'.repeat(64)],
    ['nothing of what is no percent code', '%E0%A4%A', '\ufffd%A'],
  ])('loses %s', (_what, written, name) => {
    expect(readQuery(`?name=${written}`).name).toBe(name);
  });

  it('is the same after Zoom’s view, but that the app is not opened again', () => {
    const left = leaveAddress(
      'https://join.example.org/plugins/zoom/join-page/p?name=Zoe&open=app&lang=fr#x',
    );
    expect(left).toBe('https://join.example.org/plugins/zoom/join-page/p?name=Zoe&lang=fr&left=1');
    expect(readQuery(new URL(left).search)).toMatchObject({name: 'Zoe', opensApp: false, hasLeft: true});
    expect(stayAddress(left)).toBe('https://join.example.org/plugins/zoom/join-page/p?name=Zoe&lang=fr');
  });
});
