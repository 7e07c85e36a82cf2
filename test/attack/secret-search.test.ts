import {createHash} from 'node:crypto';
import {expect, it} from '@jest/globals';
import {createPlaces} from '../support/secret-search.js';

it('a search for secrets finds each in every form that it may be written in', () => {
  const secret = 'canary/of+every form?';
  const forms = [
    secret,
    encodeURIComponent(secret),
    Buffer.from(secret).toString('hex'),
    ...['', 'a', 'ab', 'abc'].flatMap((before) => [
      Buffer.from(`${before}${secret}${before}`).toString('base64'),
      Buffer.from(`${before}${secret}`).toString('base64url'),
    ]),
  ];
  for (const form of forms) {
    const places = createPlaces();
    places.add('a text', `{"some": "text around ${form}"}`);
    expect([form, places.find({'a secret': [secret]})]).toEqual([form, ['a secret in a text']]);
    expect(places.find({another: ['canary/of+another form?']})).toEqual([]);
  }
});

it('a search for what a digest was made of finds it in clear and in base64, and nothing else', () => {
  const verifier = 'canary-verifier-of-forty-three-characters..';
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const places = createPlaces();
  places.add('a text', `{"verifier":"${verifier}"}`);
  places.add('a packed text', `"${Buffer.from(`x ${verifier} y`).toString('base64')}"`);
  places.add('its digest', challenge);
  expect(places.findPreimage(challenge)).toEqual(['a text', 'a packed text']);
});
