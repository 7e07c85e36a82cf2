import {describe, expect, it} from '@jest/globals';
import fc from 'fast-check';
import {createChatAnswers, meaningOf, type Refusal} from '../../../server/hosts/chat-answers.js';
import {hasCode} from '../../../server/core/ports/port-error.js';

const POST_GONE = 'app.post.get.app_error';

describe('What Mattermost says of a call that it did not carry out', () => {
  it.each([
    [404, POST_GONE, 'missing'],
    [404, 'app.user.missing_account.const', 'missing'],
    [404, 'api.context.404.app_error', 'not-now'],
    [404, '', 'not-now'],
    [400, 'api.post.update_post.can_not_update_post_in_deleted.error', 'refused'],
    [403, 'api.context.permissions.app_error', 'refused'],
    [401, 'api.context.session_expired.app_error', 'shut-out'],
    [429, '', 'not-now'],
    // The name of a post that is gone, of a server that could not look.
    [500, POST_GONE, 'not-now'],
    [502, '', 'not-now'],
    [418, '', 'not-now'],
    [undefined, '', 'not-now'],
  ] as const)('with status %p and the name %p means %s', (status, id, meaning) => {
    expect(meaningOf({status, id})).toBe(meaning);
  });

  it('ends no obligation, unless it says by name that there is no such thing', async () => {
    const {answeredOrMissing} = createChatAnswers((error) => error as Refusal);
    const refusals = fc.record({
      status: fc.option(fc.integer({min: 100, max: 599}), {nil: undefined}),
      id: fc.oneof(fc.constant(POST_GONE), fc.string()),
    });
    await fc.assert(
      fc.asyncProperty(refusals, async ({status, id}) => {
        const answer = await answeredOrMissing(
          Promise.reject(Object.assign(new Error('no'), {status, id})),
        ).then(
          () => 'for good',
          (error: unknown) =>
            hasCode(error, 'chat-refused', 'chat-unavailable', 'bot-shut-out') ? 'owed' : error,
        );
        expect(answer).toBe(status === 404 && id === POST_GONE ? 'for good' : 'owed');
      }),
    );
  });
});
