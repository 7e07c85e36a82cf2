import React, {useEffect, useState} from 'react';
import {AttachMenu} from './attach-menu.js';
import {runCommand} from './run-command.js';
import {rest} from './seat.js';
import {addPosts, store} from './store.js';
import type {Post} from './types.js';

interface Suggestion {
  complete: string;
  hint: string;
  help: string;
}

/** Where people write. A slash begins a command, which is completed while they type. */
export function MessageBox({channelId, rootId}: {channelId: string; rootId: string}): React.ReactElement {
  const [text, setText] = useState('');
  const [chosen, choose] = useState(0);
  const suggestions = useSuggestions(text);
  const send = async (): Promise<void> => {
    const message = text.trim();
    if (message === '') return;
    setText('');
    try {
      await (message.startsWith('/')
        ? runCommand(channelId, rootId, message)
        : writePost(channelId, rootId, message));
    } catch (error) {
      addPosts([systemPost(channelId, rootId, error instanceof Error ? error.message : String(error))]);
    }
  };
  const pressed = (event: React.KeyboardEvent): void => {
    const suggestion = suggestions[chosen];
    if (event.key === 'ArrowDown') choose((chosen + 1) % Math.max(1, suggestions.length));
    else if (event.key === 'ArrowUp')
      choose((chosen + suggestions.length - 1) % Math.max(1, suggestions.length));
    else if (event.key === 'Tab' && suggestion !== undefined) setText(`${suggestion.complete} `);
    else if (event.key === 'Enter' && !event.shiftKey) void send();
    else return;
    event.preventDefault();
  };
  return (
    <div className="message-box">
      {suggestions.length > 0 && (
        <div className="suggestions" role="listbox" aria-label="Commands">
          {suggestions.map(({complete, hint, help}, index) => (
            <button
              key={complete}
              type="button"
              role="option"
              aria-selected={index === chosen}
              onClick={() => setText(`${complete} `)}
            >
              <strong>{complete}</strong> <em>{hint}</em>
              <span>{help}</span>
            </button>
          ))}
        </div>
      )}
      <textarea
        rows={2}
        aria-label={rootId === '' ? 'Write to the channel' : 'Reply to this thread'}
        placeholder={rootId === '' ? 'Write to the channel, or type /zoom' : 'Reply to this thread…'}
        value={text}
        onChange={({target}) => {
          setText(target.value);
          choose(0);
        }}
        onKeyDown={pressed}
      />
      <AttachMenu />
      <button type="button" className="send" onClick={() => void send()} disabled={text.trim() === ''}>
        Send
      </button>
    </div>
  );
}

/** The server knows what may follow, and says it in the language of the person who types. */
function useSuggestions(text: string): readonly Suggestion[] {
  const [suggestions, show] = useState<readonly Suggestion[]>([]);
  useEffect(() => {
    let isOld = false;
    const typed = text.startsWith('/') ? text : '';
    const found = typed === '' ? Promise.resolve([]) : suggest(typed).catch(() => []);
    void found.then((list) => {
      if (!isOld) show(list);
    });
    return () => {
      isOld = true;
    };
  }, [text]);
  return suggestions;
}

async function suggest(typed: string): Promise<readonly Suggestion[]> {
  const found = await rest<{Complete: string; Hint: string; Description: string}[]>(
    'GET',
    `/teams/${store.getState().entities.teams.currentTeamId}/commands/autocomplete_suggestions?user_input=${encodeURIComponent(typed)}`,
  );
  return found.map(({Complete, Hint, Description}) => ({
    complete: `/${Complete}`,
    hint: Hint,
    help: Description,
  }));
}

const writePost = (channelId: string, rootId: string, message: string): Promise<Post> =>
  rest<Post>('POST', '/posts', {channel_id: channelId, root_id: rootId, message});

const systemPost = (channelId: string, rootId: string, message: string): Post => ({
  id: `local-${Date.now()}`,
  user_id: '',
  channel_id: channelId,
  root_id: rootId,
  type: 'system_ephemeral',
  message,
  create_at: Date.now(),
  props: {},
});
