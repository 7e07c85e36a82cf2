import type {EphemeralRecord} from './records.js';
import type {State} from './state.js';

/** Shows one person a post that is not stored. One that they already have is replaced in their clients. */
export function showEphemeral(state: State, shown: EphemeralRecord): void {
  const known = state.ephemeral.findIndex(
    ({userId, post}) => userId === shown.userId && post.id === shown.post.id,
  );
  if (known === -1) state.ephemeral.push(shown);
  else state.ephemeral[known] = shown;
  state.changes.tell({kind: 'ephemeral', ephemeral: shown});
}
