import {html} from '../zoom/oauth/html.js';
import {drawPage} from './draw-page.js';
import {type Stream, WAYS} from './event-session.js';

/** Where the organiser enters the stream of the session. `problem`: why what they entered was not saved. */
export const drawOrganiser = ({url, way}: Stream, problem?: string): string =>
  drawPage(
    'Stream of “Opening session”',
    html`<article>
      <h1>Stream of “Opening session”</h1>
      <p>
        In the chat, type <code>/zoom start Opening session</code>, and then <code>/zoom stream-url</code>.
        Copy the stream URL that you alone get to read, and paste it here.
      </p>
      <form method="post" action="/organiser">
        <label for="url">Stream URL</label>
        <input
          id="url"
          name="url"
          type="text"
          value="${url}"
          autocomplete="off"
          spellcheck="false"
          aria-describedby="problem"
        />
        <p id="problem" role="alert">${problem ?? ''}</p>
        <fieldset>
          <legend>How attendees open it</legend>
          ${Object.entries(WAYS).map(
            ([name, text]) =>
              html`<label>
                <input type="radio" name="way" value="${name}" ${name === way ? html`checked` : ''} />
                ${text}
              </label>`,
          )}
        </fieldset>
        <button type="submit">Save and show the session</button>
      </form>
    </article>`,
  );
