/** What the parts of the page are made of. */
export const element = <E extends HTMLElement = HTMLElement>(id: string): E =>
  document.getElementById(id) as E;

/** Asks the simulator's remote control. What it refuses is said at the top of the page. */
export async function control(
  method: 'GET' | 'POST' | 'DELETE',
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
  element('problem').textContent = response.ok ? '' : (answer.error ?? 'That did not work.');
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

export function row(...children: (Node | string)[]): HTMLElement {
  const made = document.createElement('div');
  made.className = 'row';
  made.append(...children);
  return made;
}

/** Somebody, and what can be done with them. */
export function who(name: string, ...buttons: HTMLButtonElement[]): HTMLElement {
  const made = document.createElement('span');
  made.className = 'who';
  made.append(name, ...buttons);
  return made;
}
