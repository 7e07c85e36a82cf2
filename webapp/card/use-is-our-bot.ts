import {useEffect} from 'react';
import {useSelector} from 'react-redux';
import {MATTERMOST_ID} from '../../contract/mattermost-id.js';
import {type HostState, type HostUser, isOurBot} from '../mattermost/host-state.js';
import {useServices} from '../services.js';
import {useObservable} from '../state/observable.js';

/**
 * Whether this plugin's bot wrote a post. Props prove nothing, since anybody may write them; only the author's account
 * does. If the page does not know that account, it is asked for, and until then the answer is no.
 */
export function useIsOurBot(userId: string): boolean {
  const {api, state} = useServices();
  const profile = useSelector<HostState, HostUser | undefined>(
    ({entities}) => entities.users.profiles[userId],
  );
  const found = useObservable(state, ({authors}) => authors[userId]);
  const isToBeAsked = profile === undefined && found === undefined;
  useEffect(() => {
    if (!isToBeAsked || !MATTERMOST_ID.test(userId)) return;
    void api.author(userId).then((answer) => {
      if (answer.kind !== 'answer') return;
      state.change({authors: {...state.get().authors, [userId]: isOurBot(answer.value)}});
    });
  }, [api, state, userId, isToBeAsked]);
  return profile === undefined ? found === true : isOurBot(profile);
}
