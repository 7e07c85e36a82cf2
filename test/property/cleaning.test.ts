import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {createCleaning} from '../../server/core/domain/cleaning/create-cleaning.js';
import {parseJson} from '../../server/lib/parse-json.js';

/** Stands for whatever must not come out. */
const CANARY = 'CANARY9x7';
const EMAIL = `${CANARY}@example.org`;

const SECRET_FIELDS = [
  'start_url',
  'zak',
  'ZAK',
  'token',
  'access_token',
  'downloadAccessToken',
  'password',
  'h323_password',
  'recording_play_passcode',
  'participant_pin_code',
  'pin',
  'pwd',
  'host_key',
  'client-secret',
];
const PARAMETERS = ['pwd', 'zak', 'tk', 'access_token', 'PASSCODE', 'registrant_token', 'settings[passcode]'];

const encodedTimes = (text: string, times: number): string =>
  times === 0 ? text : encodedTimes(encodeURIComponent(text), times - 1);

/** An address with a secret in it, perhaps inside another address, and words around it. */
const secretText = fc
  .record({
    parameter: fc.constantFrom(...PARAMETERS),
    before: fc.constantFrom('', 'a=1&', 'uname=Ana;', '&&'),
    after: fc.constantFrom('', '&b=2', '#c', ' and more', '"'),
    nested: fc.nat({max: 3}),
    around: fc.constantFrom('', 'Join ', '<a href="', '(', '{'),
    mark: fc.constantFrom('?', '#'),
  })
  .map(({parameter, before, after, nested, around, mark}) => {
    const link = `https://zoom.us/j/1${mark}${before}${encodeURI(parameter)}=${CANARY}`;
    return nested === 0
      ? `${around}${link}${after}`
      : `${around}https://zoom.us/x?next=${encodedTimes(link, nested)}${after}`;
  });

const secretField = fc
  .tuple(fc.constantFrom(...SECRET_FIELDS), fc.constantFrom<unknown>(CANARY, {a: [CANARY]}, [CANARY]))
  .map(([name, value]) => ({[name]: value}));

/** A secret, however deep, also in JSON that is stored in a text. */
const hiding = (leaf: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.letrec<{any: unknown}>((tie) => ({
    any: fc.oneof(
      {depthSize: 'small', withCrossShrink: true},
      leaf,
      fc.tuple(fc.string(), tie('any')).map(([name, value]) => ({[name]: value})),
      fc.tuple(fc.jsonValue(), tie('any')).map(([other, value]) => [other, value]),
      tie('any').map((value) => JSON.stringify(value)),
    ),
  })).any;

/** Nothing in it means anything. */
const plain = fc
  .jsonValue({depthSize: 'small'})
  .filter((value) => !/[=:@%."[{\\]|[a-z]{2}/i.test(texts(value)));
const texts = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([name, inner]) => `${Array.isArray(value) ? '' : name}${texts(inner)}`)
    .join('');
};

const {withoutSecrets, withoutSecretsAndAddresses} = createCleaning(parseJson);

describe('JSON of Zoom’s that is handed on', () => {
  it('A-31 holds no secret, in whatever shape it came', () => {
    fc.assert(
      fc.property(hiding(fc.oneof(secretField, secretText)), (json) => {
        expect(JSON.stringify(withoutSecrets(json)) ?? '').not.toContain(CANARY);
      }),
    );
  });

  it('A-31 holds no address of a person either, where it is for other systems', () => {
    const address = fc.constantFrom<unknown>(
      EMAIL,
      `<${EMAIL}>`,
      `Ask ${EMAIL}, please`,
      encodeURIComponent(EMAIL),
      {host_email: CANARY},
      {[EMAIL]: 1},
      {public_ip: CANARY},
    );
    fc.assert(
      fc.property(hiding(fc.oneof(address, secretField, secretText)), (json) => {
        expect(JSON.stringify(withoutSecretsAndAddresses(json)) ?? '').not.toContain(CANARY);
      }),
    );
  });

  it('is otherwise what it was, and cleaning it again changes nothing', () => {
    fc.assert(fc.property(plain, (json) => expect(withoutSecretsAndAddresses(json)).toEqual(json)));
    fc.assert(
      fc.property(hiding(fc.oneof(secretField, secretText, fc.jsonValue())), (json) => {
        const once = withoutSecretsAndAddresses(json);
        expect(withoutSecretsAndAddresses(once)).toEqual(once);
      }),
    );
  });
});
