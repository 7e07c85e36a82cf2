import {describe, expect, it} from '@jest/globals';
import {createKeptRefusal, type Refused} from '../../../join-page/kept-refusal.js';

/** As a browser keeps it: a copy. */
function historyWith(state: unknown) {
  return {
    state,
    replaceState(next: unknown) {
      this.state = structuredClone(next);
    },
  };
}

const refused: Refused = {
  refusal: {kind: 'code', code: 3705},
  who: {name: 'Zoe', email: ''},
  meeting: {
    state: 'live',
    kind: 'webinar',
    number: '855 1234 5678',
    topic: 'Weekly',
    text: 'It is on.',
    asks_email: true,
  },
};

describe('Why Zoom let nobody in', () => {
  it.each<Refused>([
    refused,
    {...refused, refusal: {kind: 'silent'}, meeting: undefined},
    {...refused, refusal: {kind: 'browser'}},
  ])('is told to the next document, once', (told) => {
    const history = historyWith(null);
    createKeptRefusal(history).keep(told);
    expect(createKeptRefusal(history).take()).toEqual(told);
    expect(createKeptRefusal(history).take()).toBeUndefined();
  });

  it.each([
    null,
    'refused',
    {refused: null},
    {refused: {...refused, refusal: {kind: 'code', code: '3705'}}},
    {refused: {...refused, refusal: {kind: 'other'}}},
    {refused: {...refused, who: {name: 'Zoe'}}},
  ])('is not what something else has left there (%j)', (state) => {
    expect(createKeptRefusal(historyWith(state)).take()).toBeUndefined();
  });
});
