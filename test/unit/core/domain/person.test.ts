import {describe, expect, it} from '@jest/globals';
import {displayName} from '../../../../server/core/domain/person.js';
import {createPerson} from '../../../support/people.js';

describe('the name of a person', () => {
  it.each([
    [{firstName: 'Ana', lastName: 'Silva', nickname: 'Nana'}, 'Ana Silva'],
    [{firstName: 'Ana'}, 'Ana'],
    [{lastName: 'Silva'}, 'Silva'],
    [{nickname: 'Nana'}, 'Nana'],
    [{}, 'ana'],
    [{firstName: '\u200b', lastName: ' ', nickname: 'Nana'}, 'Nana'],
    [{firstName: '\u202e', nickname: '\u200d'}, 'ana'],
    [{firstName: 'Ana\n', lastName: '\tSilva'}, 'Ana Silva'],
  ])('made of %j is %j', (names, shown) => {
    expect(displayName(createPerson('ana', names))).toBe(shown);
  });
});
