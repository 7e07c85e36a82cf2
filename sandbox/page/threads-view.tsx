import React, {useMemo} from 'react';
import {useSelector} from 'react-redux';
import {nameOf} from './names.js';
import {selectThread} from './places.js';
import {type PageState} from './store.js';
import {ThreadPane} from './thread-pane.js';

/** All threads, one of them open. */
export function ThreadsView(): React.ReactElement {
  const posts = useSelector((state: PageState) => state.entities.posts.posts);
  const profiles = useSelector((state: PageState) => state.entities.users.profiles);
  const teamId = useSelector((state: PageState) => state.entities.teams.currentTeamId);
  const selected = useSelector(
    (state: PageState) => state.views.threads.selectedThreadIdInTeam[teamId] ?? '',
  );
  const roots = useMemo(() => {
    const ids = new Set(Object.values(posts).map(({root_id}) => root_id));
    return Object.values(posts).filter(({id}) => ids.has(id));
  }, [posts]);
  const select = (id: string): void => selectThread(teamId, id);
  return (
    <div className="threads">
      <div className="thread-list">
        <h2>Threads</h2>
        {roots.length === 0 && <p>Reply to a message, and its thread is here.</p>}
        {roots.map(({id, user_id, message}) => (
          <button key={id} type="button" aria-current={id === selected} onClick={() => select(id)}>
            <strong>{nameOf(profiles[user_id])}</strong>
            <span>{message}</span>
          </button>
        ))}
      </div>
      {selected !== '' && <ThreadPane rootId={selected} onClose={() => select('')} />}
    </div>
  );
}
