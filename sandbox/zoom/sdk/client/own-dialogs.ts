/** In front of everything else of the page. */
const STYLE =
  'position:fixed;inset:0;z-index:2;display:grid;place-content:center;gap:12px;background:#111;color:#fff';

/** Resolves when Join is pressed a second time. */
export const askFirst = (): Promise<void> =>
  new Promise((resolve) => {
    const preview = dialog('Preview', 'Join');
    preview.button.onclick = () => {
      preview.element.remove();
      resolve();
    };
  });

/** Stays until the page is left. */
export const sayWhyNot = (sentence: string): void => void dialog(sentence, 'OK');

function dialog(sentence: string, press: string): {element: HTMLElement; button: HTMLButtonElement} {
  const element = document.createElement('div');
  const button = document.createElement('button');
  element.role = 'alertdialog';
  element.style.cssText = STYLE;
  button.textContent = press;
  element.append(sentence, button);
  document.body.append(element);
  return {element, button};
}
