import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {CompactEncrypt, decodeProtectedHeader} from 'jose';
import {SecretText} from '../../../../server/core/domain/secret-text.js';
import {deriveKey} from '../../../../server/lib/derive-key.js';
import {createKeyRing} from '../../../../server/outbound/store/key-ring.js';
import {anyText} from '../../../support/any-text.js';

const FIRST = new SecretText('canary-first-key');
const SECOND = new SecretText('canary-second-key');
const PLACE = {purpose: 'tokens/v1', record: 'ana zoom-ana'};
const ring = createKeyRing(FIRST);

describe('What is sealed', () => {
  it('opens again, and shows nothing of what it holds or of the key', async () => {
    const sealed = await ring.seal('canary-token', PLACE);
    expect(sealed).not.toMatch(/canary|ana/);
    expect(decodeProtectedHeader(sealed)).toEqual({alg: 'dir', enc: 'A256GCM', kid: expect.any(String)});
    expect(await ring.open(sealed, PLACE)).toEqual({text: 'canary-token', isOld: false});
  });

  it('opens in every later version: how it is made, and how its key is named, must not change', async () => {
    const sealed =
      'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIiwia2lkIjoiQTRVOGlHamEifQ..KOOnXSJYZHhOdj8H.' +
      'mmYSFtWEYrO4OwCe_Uz70mIf-QnPxNscPfU8Od0vmFd9OdJSDahl.vYTGHASEGORCRKXGNpHRVA';
    expect(await ring.open(sealed, PLACE)).toEqual({text: 'text', isOld: false});
  });

  it('never looks the same twice', async () => {
    expect(await ring.seal('text', PLACE)).not.toBe(await ring.seal('text', PLACE));
  });

  it.each([
    ['another record', {...PLACE, record: 'ben zoom-ana'}],
    ['another use', {...PLACE, purpose: 'state/v1'}],
  ])('opens for nothing else: %s', async (_what, place) => {
    expect(await ring.open(await ring.seal('text', PLACE), place)).toBeUndefined();
  });

  it('O-17 opens with a former key, which is told, and with none that is lost', async () => {
    const sealed = await ring.seal('text', PLACE);
    const rotated = createKeyRing(SECOND, [FIRST]);
    expect(await rotated.open(sealed, PLACE)).toEqual({text: 'text', isOld: true});
    expect(await rotated.open(await rotated.seal('text', PLACE), PLACE)).toMatchObject({isOld: false});
    expect(await createKeyRing(SECOND).open(sealed, PLACE)).toBeUndefined();
    expect(await createKeyRing(undefined).open(sealed, PLACE)).toBeUndefined();
  });

  it('is not old where the same key stands among the former ones as well', async () => {
    const both = createKeyRing(FIRST, [SECOND, FIRST]);
    expect(await both.open(await ring.seal('text', PLACE), PLACE)).toMatchObject({isOld: false});
  });

  it('cannot be made without a key', async () => {
    await expect(createKeyRing(undefined, [FIRST]).seal('text', PLACE)).rejects.toThrow('Encryption Key');
  });

  it('opens nothing without any key, whatever it is', async () => {
    const none = createKeyRing(undefined);
    expect(await none.open('', PLACE)).toBeUndefined();
    const unnamed = await new CompactEncrypt(new TextEncoder().encode('{}'))
      .setProtectedHeader({alg: 'dir', enc: 'A256GCM'})
      .encrypt(deriveKey('', PLACE.purpose));
    expect(await none.open(unnamed, PLACE)).toBeUndefined();
  });

  it('does not open when any of its characters is another one, or when it is cut', async () => {
    const sealed = await ring.seal('text', PLACE);
    await fc.assert(
      fc.asyncProperty(fc.nat(sealed.length - 1), fc.constantFrom('A', 'z', '.', ''), async (at, other) => {
        const changed = sealed.slice(0, at) + other + sealed.slice(at + 1);
        const bytes = (text: string): string[] =>
          text.split('.').map((part) => Buffer.from(part, 'base64url').toString('hex'));
        // The last character of a part has bits that mean nothing.
        const isSame = JSON.stringify(bytes(changed)) === JSON.stringify(bytes(sealed));
        const opened = await ring.open(changed, PLACE);
        expect(opened === undefined || isSame).toBe(true);
        expect(await ring.open(sealed.slice(0, at), PLACE)).toBeUndefined();
      }),
      {numRuns: 200},
    );
  });

  it.each<[string, object, Buffer, unknown]>([
    [
      'another way of encryption',
      {alg: 'dir', enc: 'A128CBC-HS256'},
      deriveKey(FIRST.reveal(), 'tokens/v1'),
      {text: 'x', record: PLACE.record},
    ],
    [
      'a key of its own',
      {alg: 'A256KW', enc: 'A256GCM'},
      deriveKey(FIRST.reveal(), 'tokens/v1'),
      {text: 'x', record: PLACE.record},
    ],
    [
      'a text without its record',
      {alg: 'dir', enc: 'A256GCM'},
      deriveKey(FIRST.reveal(), 'tokens/v1'),
      {text: 'x'},
    ],
    ['no object', {alg: 'dir', enc: 'A256GCM'}, deriveKey(FIRST.reveal(), 'tokens/v1'), 'x'],
  ])('does not open if it was made otherwise: %s', async (_what, header, key, content) => {
    const {kid} = decodeProtectedHeader(await ring.seal('text', PLACE));
    const made = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)))
      .setProtectedHeader({...(header as {alg: string; enc: string}), ...(kid !== undefined && {kid})})
      .encrypt(key);
    expect(await ring.open(made, PLACE)).toBeUndefined();
  });

  it('P5 is never taken for sealed if it is anything else, and never throws', async () => {
    const anything = fc.oneof(
      anyText(),
      fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('latin1')),
      fc.array(fc.base64String(), {maxLength: 6}).map((parts) => parts.join('.')),
      fc.json().map((json) => `${Buffer.from(json).toString('base64url')}....`),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        expect(await ring.open(text, PLACE)).toBeUndefined();
      }),
      {numRuns: 500},
    );
  });
});
