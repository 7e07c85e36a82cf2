import React from 'react';
import {Markdown} from './markdown.js';
import {openTab, rest} from './seat.js';
import type {Attachment, Post} from './types.js';

/** Message attachments with their buttons. */
export function Attachments({post}: {post: Post}): React.ReactElement | null {
  const attachments = post.props['attachments'];
  if (!Array.isArray(attachments)) return null;
  const press = async (actionId: string): Promise<void> => {
    // As in Mattermost, a press that fails shows nothing.
    const {goto_location: address = ''} = await rest<{goto_location?: string}>(
      'POST',
      `/posts/${post.id}/actions/${actionId}`,
      {},
    ).catch(() => ({goto_location: ''}));
    if (address !== '') openTab(address);
  };
  return (
    <>
      {(attachments as Attachment[]).map(({title, title_link, text, actions = []}, index) => (
        <div
          key={index}
          className={text === undefined && title === undefined ? 'actions-only' : 'attachment'}
        >
          {title !== undefined && title_link === undefined && (
            // Mattermost reads it as Markdown unless it is a link.
            <div className="attachment-title">
              <Markdown text={title} />
            </div>
          )}
          {title !== undefined && title_link !== undefined && (
            <a className="attachment-title" href={title_link} target="_blank" rel="noopener noreferrer">
              {title}
            </a>
          )}
          {text !== undefined && <Markdown text={text} />}
          {actions.length > 0 && (
            <div className="actions">
              {actions.map(({id, name, style}) => (
                <button
                  key={id}
                  type="button"
                  className={`action action--${style ?? 'default'}`}
                  onClick={() => void press(id)}
                >
                  {name}
                </button>
              ))}
            </div>
          )}
        </div>
      ))}
    </>
  );
}
