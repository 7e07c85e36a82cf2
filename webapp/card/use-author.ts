import {useEffect} from 'react';
import {useSelector} from 'react-redux';
import type {Context} from '../context.js';
import type {GlobalState, UserProfile} from '../mattermost/global-state.js';
import {userProfile} from '../mattermost/selectors.js';
import {changed, zoomState} from '../state.js';

/** Who wrote a post, as the server knows them; `undefined` until that is known. What a post says of itself proves nothing. */
export function useAuthor({store, api}: Context, userId: string): UserProfile | undefined {
  const author = useSelector(
    (state: GlobalState) => userProfile(state, userId) ?? zoomState(state).authors[userId],
  );
  const isMissing = author === undefined;
  useEffect(() => {
    if (!isMissing) return;
    void api.user(userId).then((found) => {
      if (found === undefined) return;
      store.dispatch(changed((state) => ({...state, authors: {...state.authors, [userId]: found}})));
    });
  }, [api, store, userId, isMissing]);
  return author;
}
