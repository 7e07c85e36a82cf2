import {describe, expect, it} from '@jest/globals';
import type {Card} from '../../../../server/core/domain/card.js';
import {cardRevision, needsShowing} from '../../../../server/core/usecases/card-revision.js';
import {createSampleCard, OPENED_AT} from '../../../support/sample-card.js';

const {host, meeting} = createSampleCard();

const stay = {id: '1', name: 'Zoe', namedAt: OPENED_AT, joined: {meeting: OPENED_AT}, left: {}};

describe('the revision of a card', () => {
  it.each<[string, Partial<Card>]>([
    ['its start', {startedAt: OPENED_AT}],
    ['its end', {endedAt: OPENED_AT}],
    ['its topic', {topic: 'Retrospective'}],
    ['its host', {host: {...host, name: 'Ben'}}],
    ['its link', {meeting: {...meeting, joinUrl: 'https://zoom.us/j/1'}}],
    ['who is in', {startedAt: OPENED_AT, stays: [stay]}],
    ['how many wait', {stays: [{...stay, joined: {waitingRoom: OPENED_AT}}]}],
    ['that nobody came', {expiredAt: OPENED_AT}],
    ['its occurrence', {occurrence: 'uuid-2=='}],
  ])('is another when %s is shown otherwise', (_what, changes) => {
    expect(cardRevision(createSampleCard(changes))).not.toBe(cardRevision(createSampleCard()));
  });

  it.each<[string, Partial<Card>]>([
    ['where the post is', {postId: 'another', channelId: 'another'}],
    ['what it has shown', {shown: 'waiting - -'}],
    ['that Zoom did not know it once', {unknownSince: OPENED_AT, unknownAt: OPENED_AT}],
  ])('does not depend on %s', (_what, changes) => {
    expect(cardRevision(createSampleCard(changes))).toBe(cardRevision(createSampleCard()));
  });
});

describe('a post', () => {
  it.each<[string, Partial<Card>, boolean]>([
    ['that shows what is known', {}, false],
    ['that lags behind', {endedAt: OPENED_AT}, true],
    ['of a version that named revisions otherwise', {shown: 'waiting - -'}, true],
    ['that was deleted', {endedAt: OPENED_AT, postGone: true}, false],
    ['that cannot be changed', {endedAt: OPENED_AT, postFixed: true}, false],
  ])('%s: to be shown again is %3$s', (_which, changes, isNeeded) => {
    expect(needsShowing(createSampleCard(changes))).toBe(isNeeded);
  });
});
