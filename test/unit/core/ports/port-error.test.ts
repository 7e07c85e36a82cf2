import {describe, expect, it} from '@jest/globals';
import {
  botShutOut,
  chatRefused,
  chatUnavailable,
  fileRefused,
  hasCode,
  isChatError,
  isPortError,
  isStoreError,
  type PortError,
  recordUnreadable,
  storeUnavailable,
  zoomTrouble,
} from '../../../../server/core/ports/port-error.js';

const errors = [
  zoomTrouble({kind: 'timeout'}, {endpoint: 'meeting'}),
  chatRefused('no'),
  chatUnavailable('later'),
  botShutOut('disabled'),
  storeUnavailable('later'),
  recordUnreadable('cards'),
  fileRefused('too-large', 'no'),
];
const codesOf = (is: (error: unknown) => boolean): string[] => errors.filter(is).map(({code}) => code);

/** Compiles only while the code narrows the details and the codes are a closed union. */
function tell(error: PortError): string {
  switch (error.code) {
    case 'zoom-trouble':
      return error.details.problem.kind;
    case 'file-refused':
      return error.details.because;
    case 'chat-refused':
    case 'chat-unavailable':
    case 'bot-shut-out':
    case 'store-unavailable':
    case 'record-unreadable':
      return error.code;
  }
}

describe('what a port rejects with', () => {
  it('says by its code what it is, and what is known of it', () => {
    expect(errors.map(tell)).toEqual([
      'timeout',
      'chat-refused',
      'chat-unavailable',
      'bot-shut-out',
      'store-unavailable',
      'record-unreadable',
      'too-large',
    ]);
    expect(errors[0]).toMatchObject({message: 'Zoom: timeout', details: {logFields: {endpoint: 'meeting'}}});
  });

  it('is asked for by one code or by several', () => {
    expect(codesOf((error) => hasCode(error, 'chat-refused'))).toEqual(['chat-refused']);
    expect(codesOf(isChatError)).toEqual(['chat-refused', 'chat-unavailable', 'bot-shut-out']);
    expect(codesOf(isStoreError)).toEqual(['store-unavailable', 'record-unreadable']);
  });

  it('is no mistake of ours, whatever that carries', () => {
    for (const mistake of [
      new TypeError('x'),
      Object.assign(new Error('x'), {code: 'chat-refused'}),
      'x',
      null,
    ]) {
      expect([isPortError(mistake), hasCode(mistake, 'chat-refused')]).toEqual([false, false]);
    }
  });

  it('keeps what was behind it for the log', () => {
    const cause = new Error('connection reset');
    expect(storeUnavailable('The database did not read', {cause}).cause).toBe(cause);
  });
});
