import type {ClientView} from './zoom-server.js';

/** The part of the page that belongs to the SDK, as wide and high as the window. */
const ROOT = 'zmmtg-root';

const ROOT_STYLE =
  'position:fixed;inset:0;z-index:1;display:flex;flex-direction:column;gap:12px;padding:16px;' +
  'box-sizing:border-box;overflow:auto;background:#111;color:#fff;font:16px/1.4 system-ui,sans-serif';
const BUTTON_STYLE =
  'align-self:flex-start;padding:8px 20px;border:0;border-radius:8px;background:#c52929;color:#fff;font:inherit';

const SENTENCES: {[State in ClientView['state']]: string} = {
  in: 'You are in the meeting.',
  waitingRoom: 'Please wait: the meeting host will let you in soon.',
  over: 'This meeting has been ended by the host.',
  removed: 'You have been removed from this meeting.',
};

/** Draws the meeting, and again when it has changed. `leave`: the button was pressed. */
export function createClientView(language: string, leave: () => void): {draw: (view: ClientView) => void} {
  const root = document.getElementById(ROOT) ?? document.body.appendChild(document.createElement('div'));
  root.id = ROOT;
  root.lang = language;
  root.style.cssText = ROOT_STYLE;
  const [title, sentence, people] = [part('h1'), part('p'), part('ul')];
  const button = part('button');
  button.type = 'button';
  button.style.cssText = BUTTON_STYLE;
  button.onclick = leave;
  sentence.role = 'status';
  people.setAttribute('aria-label', 'Participants');
  root.replaceChildren(title, sentence, people, button);
  let before = '';
  return {
    draw(view) {
      const now = JSON.stringify(view);
      if (now === before) return;
      before = now;
      title.textContent = view.topic;
      sentence.textContent = SENTENCES[view.state];
      people.replaceChildren(...view.people.map((name) => part('li', name)));
      button.textContent = view.state === 'in' || view.state === 'waitingRoom' ? 'Leave' : 'OK';
    },
  };
}

function part<Name extends keyof HTMLElementTagNameMap>(name: Name, text = ''): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  made.style.margin = '0';
  return made;
}
