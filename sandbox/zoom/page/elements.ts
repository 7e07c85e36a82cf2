/** What the parts of the page are made of. */
export const element = <E extends HTMLElement = HTMLElement>(id: string): E =>
  document.getElementById(id) as E;

/** Asks the simulator's remote control. What it refuses is said at the top of the page until something else is done. */
export async function control(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
): Promise<unknown> {
  const response = await fetch(`/simulator${path}`, {
    method,
    ...(body === undefined
      ? {}
      : {headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)}),
  });
  const answer = (await response.json()) as {error?: string};
  const problem = response.ok ? '' : (answer.error ?? 'That did not work.');
  if (method !== 'GET' || problem !== '') element('problem').textContent = problem;
  return answer;
}

export function button(text: string, press: () => unknown, isMain = false): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  if (isMain) made.className = 'main';
  made.onclick = () => void press();
  return made;
}

/** A box of the given class. */
export function box(className: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement('div');
  made.className = className;
  made.append(...children);
  return made;
}

export const row = (...children: (Node | string)[]): HTMLElement => box('row', ...children);

/** Somebody, and what can be done with them. */
export function who(name: string, ...buttons: HTMLElement[]): HTMLElement {
  const made = document.createElement('span');
  made.className = 'who';
  made.append(name, ...buttons);
  return made;
}

/** A list of things to do, which does what is chosen and is ready for the next. */
export function menu(
  label: string,
  choices: readonly {text: string; run: () => unknown}[],
): HTMLSelectElement {
  const made = document.createElement('select');
  made.className = 'menu';
  made.setAttribute('aria-label', label);
  made.add(new Option('More …', ''));
  choices.forEach(({text}, index) => made.add(new Option(text, String(index))));
  made.onchange = () => {
    const chosen = choices[Number(made.value)];
    made.value = '';
    void chosen?.run();
  };
  return made;
}

/** A box to tick, with its words. */
export function tick(text: string, isTicked: boolean, change: (isTicked: boolean) => unknown): HTMLElement {
  const made = document.createElement('input');
  made.type = 'checkbox';
  made.checked = isTicked;
  made.onchange = () => void change(made.checked);
  const label = document.createElement('label');
  label.className = 'tick';
  label.append(made, text);
  return label;
}

/** Draws into a place only where what it shows has changed, so that nobody loses what they are about to press. */
export function createPlace(
  place: HTMLElement,
): (shown: unknown, draw: () => readonly (Node | string)[]) => void {
  let before = '';
  return (shown, draw) => {
    const now = JSON.stringify(shown);
    if (now === before) return;
    before = now;
    place.replaceChildren(...draw());
  };
}
